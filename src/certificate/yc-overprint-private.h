/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is printed on a form that is printed already (套打): words at places measured in mm. */
#pragma once

#include "yc-certificate-text-private.h"
#include "yc-sheet-page.h"

G_BEGIN_DECLS

/**
 * YcOverprintField:
 * @pointer: where it stands in the template
 * @when: (nullable): printed only if this JsonLogic rule is true
 * @rows: (nullable): path of the rows that it is printed for, one below the other
 * @text: what it says
 * @x: from the paper's left edge to where its words may begin, in points
 * @y: from the upper edge to the first base line
 * @width: of the room for its words
 * @n_lines: on how many lines of the form they may stand
 * @n_rows: for how many rows the form has room
 * @row_pitch: from the base line of one row to that of the next
 * @font: its leading is that of the form's lines
 * @align: within @width
 */
typedef struct
{
  char              *pointer;
  JsonNode          *when;
  char              *rows;
  YcCertificateText *text;
  double             x;
  double             y;
  double             width;
  guint              n_lines;
  guint              n_rows;
  double             row_pitch;
  YcSheetFont        font;
  YcSheetAlign       align;
} YcOverprintField;

/**
 * YcOverprint:
 * @paper: the form's size
 * @scan: (nullable): a picture of the form, as a data address
 * @fields: (element-type YcOverprintField): what is printed on it
 */
typedef struct
{
  YcSheetPage paper;
  char       *scan;
  GPtrArray  *fields;
} YcOverprint;

YcOverprint *yc_overprint_read      (JsonNode            *body,
                                     GError             **error);
void         yc_overprint_free      (YcOverprint         *self);
void         yc_overprint_each_path (YcOverprint         *self,
                                     YcTemplatePathFunc   func,
                                     gpointer             user_data);
void         yc_overprint_each_rule (YcOverprint         *self,
                                     YcTemplateRuleFunc   func,
                                     gpointer             user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcOverprint, yc_overprint_free)

G_END_DECLS
