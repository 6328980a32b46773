/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of what is missing, wrong or refused in a case: where it is, and in words. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  YC_PROBLEM_MISSING = 1,
  YC_PROBLEM_WRONG,
  YC_PROBLEM_REFUSED,
} YcProblemKind;

typedef struct
{
  YcProblemKind kind;
  char         *pointer;        /* JSON Pointer of a field, or a place outside of the form */
  char         *category;       /* nullable */
  char         *words;
} YcProblem;

YcProblem *yc_problem_new         (YcProblemKind kind, const char *pointer, const char *category,
                                   const char *words);
YcProblem *yc_problem_copy        (const YcProblem *self);
void       yc_problem_free        (YcProblem *self);
gboolean   yc_problem_is_outside  (const char *pointer);
GtkWidget *yc_problem_create_line (const YcProblem *self);

G_END_DECLS
