/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chinese punctuation: what a proof-reader would mark (GB/T 15834). Only warnings. */
#include "yc-catalog-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-json.h"

/* Marks that have a full-width form, and that form. */
static const struct
{
  gunichar half;
  const char *full;
} marks[] = {
  { ',', "，" }, { ';', "；" }, { ':', "：" }, { '?', "？" },
  { '!', "！" }, { '(', "（" }, { ')', "）" }, { '.', "。" },
};

static const char *const full_marks[] = { "，", "。", "；", "：", "？", "！", "、" };

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

static gboolean
is_chinese (gunichar c)
{
  if (is_han (c))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (full_marks); i++)
    if (c == g_utf8_get_char (full_marks[i]))
      return TRUE;

  return c == 0x201c || c == 0x201d || c == 0x300a || c == 0x300b || c == 0xff08 || c == 0xff09;
}

static const char *
get_full (gunichar half)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i].half == half)
      return marks[i].full;

  return NULL;
}

/* A mark said twice, “，，” or “。。”; “……” and “——” are not among them. */
static gboolean
is_doubled (gunichar before,
            gunichar c)
{
  if (before != c)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (full_marks); i++)
    if (c == g_utf8_get_char (full_marks[i]))
      return TRUE;

  return FALSE;
}

static void
warn (YcCatalogCheck    *check,
      YcCatalogDocument *document,
      const char        *pointer,
      const char        *text,
      const char        *at,
      const char        *message)
{
  g_autofree char *excerpt = NULL;
  g_autofree char *words = NULL;
  const char *begin = at;
  const char *end = g_utf8_next_char (at);

  for (int i = 0; i < 4 && begin > text && *g_utf8_prev_char (begin) != '\n'; i++)
    begin = g_utf8_prev_char (begin);
  for (int i = 0; i < 4 && *end != '\0' && *end != '\n'; i++)
    end = g_utf8_next_char (end);
  excerpt = g_strndup (begin, end - begin);
  /* Translators: what is wrong, and the words around it. */
  words = g_strdup_printf (_("%s: “%s”"), message, excerpt);

  yc_catalog_check_warn_within (check, document, pointer, text, at, words);
}

static void
check_text (YcCatalogCheck    *check,
            YcCatalogDocument *document,
            const char        *pointer,
            const char        *text)
{
  gunichar before = 0;
  gboolean placeholder = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gunichar after = g_utf8_get_char (g_utf8_next_char (at));
      const char *full = get_full (c);

      /* What stands in braces is the template's grammar, not the reader's text. */
      placeholder = c == '{' || (placeholder && before != '}');
      if (placeholder)
        {
          before = c;
          continue;
        }
      if (full != NULL && is_chinese (before) && is_chinese (after))
        {
          g_autofree char *message = g_strdup_printf (_("“%c” should be “%s”"), (char) c, full);

          warn (check, document, pointer, text, at, message);
        }
      else if (is_doubled (before, c))
        warn (check, document, pointer, text, at, _("a mark stands twice"));
      else if (c == ' ' && is_han (before) && is_han (after))
        warn (check, document, pointer, text, at, _("a space between Chinese characters"));
      before = c;
    }
}

static void
check_node (YcCatalogCheck    *check,
            YcCatalogDocument *document,
            const char        *pointer,
            JsonNode          *node)
{
  JsonObject *object = yc_json_node_get_object (node);
  JsonArray *array = yc_json_node_get_array (node);
  const char *text = yc_json_node_get_string (node);
  g_autoptr (GList) names = object != NULL ? json_object_get_members (object) : NULL;

  if (text != NULL)
    check_text (check, document, pointer, text);
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *child = yc_json_pointer_append (pointer, l->data);

      check_node (check, document, child, json_object_get_member (object, l->data));
    }
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *child = g_strdup_printf ("%s/%u", pointer, i);

      check_node (check, document, child, json_array_get_element (array, i));
    }
}

static void
check_document (YcCatalogCheck    *check,
                YcCatalogDocument *document,
                JsonObject        *body)
{
  check_node (check, document, "", yc_catalog_document_get_body (document));
}

void
yc_catalog_check_punctuation (YcCatalogCheck *check)
{
  yc_catalog_check_each (check, NULL, check_document);
}
