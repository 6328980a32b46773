/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A block of a template: a paragraph, a table, a photo, what stands under the seal … */
#pragma once

#include "yc-certificate-text-private.h"

G_BEGIN_DECLS

typedef enum
{
  YC_BLOCK_TITLE = 1,
  YC_BLOCK_HEADING,
  YC_BLOCK_BODY,
  YC_BLOCK_PLAIN,
  YC_BLOCK_RIGHT,
  YC_BLOCK_NOTE,
  YC_BLOCK_TABLE,
  YC_BLOCK_PHOTO,
  YC_BLOCK_SIGNATURE,
  YC_BLOCK_SEAL,
  YC_BLOCK_QR,
  YC_BLOCK_FOOTER,
} YcBlockKind;

typedef enum
{
  YC_ALIGN_CENTRE = 1,
  YC_ALIGN_LEFT,
  YC_ALIGN_RIGHT,
} YcBlockAlign;

/**
 * YcTemplateColumn:
 * @title: its head
 * @value: what its cells say
 * @width: its share of the table's width; all of a table add up to 1
 * @align: where its cells' text stands
 */
typedef struct
{
  char              *title;
  YcCertificateText *value;
  double             width;
  YcBlockAlign       align;
} YcTemplateColumn;

/**
 * YcTemplateBlock:
 * @kind: what it is
 * @pointer: where it stands in the template
 * @when: (nullable): shown only if this JsonLogic rule is true
 * @text: a paragraph's text
 * @rows: (nullable): path of the rows of a table, or of those that a text is printed for
 * @columns: (element-type YcTemplateColumn): a table's columns
 * @lines: (element-type YcCertificateText): of a signature block, of what the seal goes over, or the
 *   footer's left and right, of which each may be %NULL
 * @source: path of a photo
 * @width: of a photo or QR code, in mm
 * @height: of a photo, in mm
 * @align: where a photo or QR code stands
 * @beside: whether text stands beside a photo, at its left
 */
typedef struct
{
  YcBlockKind        kind;
  char              *pointer;
  JsonNode          *when;
  YcCertificateText *text;
  char              *rows;
  GPtrArray         *columns;
  GPtrArray         *lines;
  char              *source;
  double             width;
  double             height;
  YcBlockAlign       align;
  gboolean           beside;
} YcTemplateBlock;

YcTemplateBlock *yc_template_block_new            (const char          *pointer);
void             yc_template_block_free           (YcTemplateBlock     *self);
YcTemplateBlock *yc_template_block_read           (JsonNode            *node,
                                                   const char          *pointer,
                                                   GError             **error);
YcTemplateBlock *yc_template_block_read_paragraph (JsonNode            *node,
                                                   const char          *pointer,
                                                   GError             **error);
gboolean         yc_template_block_read_table     (YcTemplateBlock     *self,
                                                   JsonObject          *table,
                                                   const char          *pointer,
                                                   GError             **error);
gboolean         yc_template_block_read_part      (YcTemplateBlock     *self,
                                                   const char          *name,
                                                   JsonObject          *part,
                                                   const char          *pointer,
                                                   GError             **error);
gboolean         yc_template_block_read_align     (JsonObject          *object,
                                                   const char          *pointer,
                                                   YcBlockAlign        *align,
                                                   GError             **error);
void             yc_template_block_each_path      (YcTemplateBlock     *self,
                                                   YcTemplatePathFunc   func,
                                                   gpointer             user_data);
gboolean         yc_template_fail                 (GError             **error,
                                                   const char          *pointer,
                                                   const char          *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcTemplateBlock, yc_template_block_free)

G_END_DECLS
