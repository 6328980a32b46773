/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rule worked out over every answer that could matter, before it is known which answers are alike. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-list-formula-private.h"
#include "yc-list-variables-private.h"

G_BEGIN_DECLS

typedef struct _YcListRaw YcListRaw;

/* @n_tests: how often a rule was worked out so far */
typedef struct
{
  YcListVariables *variables;
  const char      *today;
  guint            n_tests;
} YcListCompiler;

/* @rule: (nullable): NULL always holds. */
YcListRaw *yc_list_raw_compile      (YcListCompiler        *compiler,
                                     JsonNode              *rule);
void       yc_list_raw_free         (YcListRaw             *self);
/* Whether it was too much; then what was compiled is of no use. */
gboolean   yc_list_compiler_gave_up (const YcListCompiler  *self);

/* Tells values apart that the rule tells apart. */
void       yc_list_raw_refine       (YcListRaw             *self,
                                     YcListVariables       *variables);
/* Once it is known which are alike. */
YcFormula  yc_list_raw_translate    (YcListRaw             *self,
                                     YcListVariables       *variables,
                                     YcFormulas            *formulas);

G_END_DECLS
