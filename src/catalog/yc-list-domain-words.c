/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers to one question in the author's own words. */
#include "yc-list-domain-parts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-json.h"
#include "yc-list-words-private.h"
#include "yc-question.h"

static const char *
find_choice (YcListDomain *self,
             const char   *value)
{
  JsonArray *choices = yc_json_get_array (self->question, "choices");

  for (guint i = 0; choices != NULL && i < json_array_get_length (choices); i++)
    {
      JsonObject *choice = json_array_get_object_element (choices, i);

      if (g_str_equal (yc_json_get_string (choice, "value", ""), value))
        return yc_json_get_string (choice, "title", value);
    }
  return value;
}

static char *
join_set (YcListDomain *self,
          JsonArray    *set)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < json_array_get_length (set); i++)
    g_ptr_array_add (titles, (gpointer) find_choice (self, json_array_get_string_element (set, i)));
  if (titles->len == 0)
    return g_strdup (C_ ("answer", "None"));
  return yc_list_words_join (titles, _(", "));
}

static char *
dup_value_words (YcListDomain    *self,
                 JsonNode        *value,
                 YcListPlaceName  find_name,
                 gpointer         user_data)
{
  const char *text = yc_json_node_get_string (value);
  const char *name;

  if (yc_list_domain_is_kind (self, "yes-no"))
    return g_strdup (json_node_get_boolean (value) ? _("Yes") : _("No"));
  if (yc_list_domain_is_kind (self, "choices"))
    return join_set (self, json_node_get_array (value));
  if (yc_list_domain_is_kind (self, "choice"))
    return g_strdup (find_choice (self, text));
  if (text == NULL)
    return yc_json_write (value);
  if (yc_list_domain_is_kind (self, "place") && g_str_equal (text, YC_QUESTION_ELSEWHERE))
    return g_strdup (yc_json_get_string (self->question, "elsewhere", _("elsewhere")));
  if (!yc_list_domain_is_kind (self, "place"))
    return g_strdup (g_str_equal (text, "…") ? _("anything else") : text);
  name = find_name != NULL ? find_name (text, user_data) : NULL;
  if (name != NULL)
    return g_strdup (name);
  return g_strdup (g_str_has_prefix (SOME_PLACE, text) || strstr (text, "999") != NULL
                     ? _("another place") : text);
}

static char *
dup_line_words (YcListDomain   *self,
                const gboolean *chosen)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n = self->values->len;
  g_autofree char *words = NULL;

  for (guint i = 1; i < n; i++)
    {
      guint last = i;

      if (!chosen[i])
        continue;
      while (last + 1 < n && chosen[last + 1])
        last++;
      g_ptr_array_add (parts, yc_list_words_range (self->values, self->spans, i, last));
      i = last;
    }
  words = yc_list_words_join (parts, _(" or "));
  if (self->today == NULL)
    return g_steal_pointer (&words);
  /* Translators: days, such as “≤ 2025-01-15”, and the day from which they were counted */
  return g_strdup_printf (_("%s (if today is %s)"), words, self->today);
}

char *
yc_list_domain_dup_example (YcListDomain    *self,
                            guint            index,
                            YcListPlaceName  find_name,
                            gpointer         user_data)
{
  return dup_value_words (self, yc_list_domain_get_value (self, index), find_name, user_data);
}

char *
yc_list_domain_dup_words (YcListDomain    *self,
                          const gboolean  *chosen,
                          YcListPlaceName  find_name,
                          gpointer         user_data)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n = yc_list_domain_get_n_values (self), answers = 0, taken = 0;

  for (guint i = 1; i < n; i++)
    {
      answers += yc_list_domain_is_answer (self, i);
      taken += chosen[i] && yc_list_domain_is_answer (self, i);
    }
  if (answers > 1 && taken == answers && !yc_list_domain_is_kind (self, "yes-no"))
    return g_strdup (_("any"));
  if (yc_list_domain_is_line (self))
    return dup_line_words (self, chosen);
  for (guint i = 1; i < n; i++)
    if (chosen[i])
      {
        g_autofree char *words = dup_value_words (self, self->values->pdata[i], find_name,
                                                  user_data);

        if (!g_ptr_array_find_with_equal_func (parts, words, g_str_equal, NULL))
          g_ptr_array_add (parts, g_steal_pointer (&words));
      }
  return yc_list_words_shorten (parts, _(" or "));
}
