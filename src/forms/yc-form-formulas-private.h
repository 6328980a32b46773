/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is computed in a form, by which formula and after what. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-form-guard-private.h"

G_BEGIN_DECLS

/* Of more no form can be made that anybody fills. */
#define YC_FORM_MAX_FORMULAS 2000

/*
 * YcFormFormula:
 * @target: the place in the data; with %NULL steps, one in every row
 * @where: of the formula, a JSON Pointer into the schema
 * @rule: in JsonLogic
 * @integer: the result is to be whole
 * @guards: (element-type YcFormGuard): under what it is worked out
 * @n_steps: how many steps of @target lead to the row that it is in; 0 for the form itself
 */
typedef struct
{
  YcFormPath *target;
  char       *where;
  JsonNode   *rule;
  gboolean    integer;
  GArray     *guards;
  guint       n_steps;
} YcFormFormula;

GPtrArray   *yc_form_formulas_find  (JsonNode    *schema);
YcFormReads *yc_form_formulas_index (GPtrArray   *formulas);
GPtrArray   *yc_form_formulas_sort  (GPtrArray   *formulas,
                                     YcFormReads *reads,
                                     GPtrArray   *loops);
char        *yc_form_formulas_describe_loop (GPtrArray *loop);

G_END_DECLS
