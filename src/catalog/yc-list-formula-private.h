/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formulas over variables that have a few values each: every formula is made once and has a number, so
 * that two formulas which say the same in the same words are one. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YC_FORMULA_FALSE 0u
#define YC_FORMULA_TRUE 1u
#define YC_FORMULA_NO_VARIABLE G_MAXUINT

typedef guint YcFormula;
typedef struct _YcFormulas YcFormulas;

/* @n_values: (element-type guint): how many values each variable has */
YcFormulas *yc_formulas_new             (GArray      *n_values);
void        yc_formulas_free            (YcFormulas  *self);

/* That @variable is one of the values for which @is_in is TRUE. */
YcFormula   yc_formulas_is_in           (YcFormulas     *self,
                                         guint           variable,
                                         const gboolean *is_in);
/* @parts: (element-type YcFormula): changed on the way */
YcFormula   yc_formulas_all             (YcFormulas  *self,
                                         GArray      *parts);
YcFormula   yc_formulas_any             (YcFormulas  *self,
                                         GArray      *parts);
YcFormula   yc_formulas_not             (YcFormulas  *self,
                                         YcFormula    formula);

/* What is left of @formula once @variable has @value. */
YcFormula   yc_formulas_assign          (YcFormulas  *self,
                                         YcFormula    formula,
                                         guint        variable,
                                         guint        value);
/* Some variable that @formula depends on, YC_FORMULA_NO_VARIABLE when it is true or false. */
guint       yc_formulas_get_variable    (YcFormulas  *self,
                                         YcFormula    formula);
/* How much was worked out so far, to know when to give up. */
guint       yc_formulas_get_work        (YcFormulas  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFormulas, yc_formulas_free)

G_END_DECLS
