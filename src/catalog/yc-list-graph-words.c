/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways through a question list in the author's own words. */
#include "yc-list-graph-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
yc_list_graph_dup_title (YcListGraph *self,
                         guint        stop)
{
  guint variable = yc_list_graph_get_stop (self, stop)->variable;
  g_autoptr (YcQuestion) question = NULL;

  for (guint i = 0; i < self->n_questions && question == NULL; i++)
    if (variable == i || yc_list_variables_get_fact (self->variables, i) == variable)
      question = g_list_model_get_item (yc_question_list_get_questions (self->list), i);
  if (variable < self->n_questions)
    return g_strdup (yc_question_get_title (question));
  /* Translators: what is known of a citizen before a list asks; the argument is a question or a name */
  return g_strdup_printf (_("(known) %s"), question != NULL
                            ? yc_question_get_title (question)
                            : yc_list_world_get_title (yc_list_variables_get_path (self->variables, variable) +
                                                       strlen ("facts.")));
}

static char *
dup_words (YcListGraph      *self,
           const YcListStop *stop,
           const gboolean   *classes,
           gboolean          first_only)
{
  g_autofree char *words = NULL;

  if (!classes[0])
    return yc_list_variables_dup_words (self->variables, stop->variable, classes, first_only);
  words = g_strdup (_("not known"));
  for (guint i = 1; i < yc_list_variables_get_n_classes (self->variables, stop->variable); i++)
    if (classes[i] && !first_only)
      {
        g_autofree gboolean *rest = g_memdup2 (classes, sizeof *classes *
          yc_list_variables_get_n_classes (self->variables, stop->variable));
        g_autofree char *more = NULL;

        rest[0] = FALSE;
        more = yc_list_variables_dup_words (self->variables, stop->variable, rest, FALSE);
        return g_strconcat (words, _(" or "), more, NULL);
      }
  return g_steal_pointer (&words);
}

char *
yc_list_graph_dup_answers (YcListGraph *self,
                           guint        stop,
                           guint        way)
{
  YcListStop *from = yc_list_graph_get_stop (self, stop);

  return dup_words (self, from, ((YcListWay *) from->ways->pdata[way])->classes, FALSE);
}

static char *
dup_step (YcListGraph *self,
          guint        stop,
          const char  *words)
{
  g_autofree char *title = yc_list_graph_dup_title (self, stop);

  /* Translators: a question of a list and the answer to it */
  return g_strdup_printf (_("%s = %s"), title, words);
}

/* Puts the way to @stop before what is in @path. */
static void
prepend_path (YcListGraph *self,
              guint        stop,
              GString     *path)
{
  while (stop != 0)
    {
      const YcListStop *here = yc_list_graph_get_stop (self, stop), *from = yc_list_graph_get_stop (self, here->from);
      guint n = yc_list_variables_get_n_classes (self->variables, from->variable);
      g_autofree gboolean *classes = g_new0 (gboolean, n);
      g_autofree char *words = NULL;
      g_autofree char *step = NULL;

      classes[here->class] = TRUE;
      words = dup_words (self, from, classes, TRUE);
      step = dup_step (self, here->from, words);
      g_string_prepend (path, " → ");
      g_string_prepend (path, step);
      stop = here->from;
    }
}

char *
yc_list_graph_dup_path (YcListGraph *self,
                        guint        stop,
                        guint        way)
{
  g_autofree char *words = yc_list_graph_dup_answers (self, stop, way);
  g_autofree char *step = dup_step (self, stop, words);
  g_autoptr (GString) path = g_string_new (step);

  prepend_path (self, stop, path);
  return g_strdup (path->str);
}
