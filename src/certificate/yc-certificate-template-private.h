/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template's blocks, for the composer. */
#pragma once

#include "yc-certificate-template.h"
#include "yc-certificate-text-private.h"

G_BEGIN_DECLS

typedef enum
{
  YC_BLOCK_TITLE = 1,
  YC_BLOCK_BODY,
  YC_BLOCK_RIGHT,
  YC_BLOCK_NOTE,
  YC_BLOCK_TABLE,
} YcBlockKind;

typedef enum
{
  YC_ALIGN_CENTRE = 1,
  YC_ALIGN_LEFT,
  YC_ALIGN_RIGHT,
} YcColumnAlign;

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
  YcColumnAlign      align;
} YcTemplateColumn;

/**
 * YcTemplateBlock:
 * @kind: what it is
 * @when: (nullable): shown only if this JsonLogic rule is true
 * @text: a paragraph's text
 * @rows: path of a table's rows
 * @columns: (element-type YcTemplateColumn): a table's columns
 */
typedef struct
{
  YcBlockKind        kind;
  JsonNode          *when;
  YcCertificateText *text;
  char              *rows;
  GPtrArray         *columns;
} YcTemplateBlock;

GPtrArray  *yc_certificate_template_get_blocks    (YcCertificateTemplate *self);
const char *yc_certificate_template_get_addressee (YcCertificateTemplate *self);

G_END_DECLS
