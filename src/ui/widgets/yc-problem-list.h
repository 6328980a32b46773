/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is missing, wrong or refused in a case, as a list to jump from. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form.h"
#include "yc-problem.h"

G_BEGIN_DECLS

#define YC_TYPE_PROBLEM_LIST (yc_problem_list_get_type ())

G_DECLARE_FINAL_TYPE (YcProblemList, yc_problem_list, YC, PROBLEM_LIST, GtkWidget)

GtkWidget *yc_problem_list_new       (void);
void       yc_problem_list_set_form  (YcProblemList *self,
                                      YcForm        *form);
void       yc_problem_list_set_shown (YcProblemList *self,
                                      gboolean       shown);
void       yc_problem_list_add       (YcProblemList *self,
                                      YcProblemKind  kind,
                                      const char    *pointer,
                                      const char    *category,
                                      const char    *words);
void       yc_problem_list_clear     (YcProblemList *self);
void       yc_problem_list_refresh   (YcProblemList *self);
guint      yc_problem_list_get_n     (YcProblemList *self);
gboolean   yc_problem_list_is_good   (YcProblemList *self);
gboolean   yc_problem_list_step      (YcProblemList *self,
                                      const char    *pointer,
                                      int            by);

G_END_DECLS
