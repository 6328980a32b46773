/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filters of placeholders: how a value is shown. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  YC_FILTER_DATE = 1,
  YC_FILTER_MASK,
  YC_FILTER_NUMBER,
  YC_FILTER_MONEY,
  YC_FILTER_CHOICE,
  YC_FILTER_DEFAULT,
} YcFilterKind;

/**
 * YcFilter:
 * @kind: what it does
 * @argument: (nullable): what stands behind the colon
 */
typedef struct
{
  YcFilterKind  kind;
  char         *argument;
} YcFilter;

YcFilter *yc_filter_new        (const char      *source);
void      yc_filter_free       (YcFilter        *self);
char     *yc_filter_apply      (const YcFilter  *self,
                                const char      *text);

char     *yc_filter_node_text  (JsonNode        *node);

G_END_DECLS
