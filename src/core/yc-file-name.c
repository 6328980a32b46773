/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of files that come from outside: shown to people, never used as a path. */
#include "yc-file-name.h"

#include <string.h>

/* An ending with its dot; longer ones are no endings. */
#define MAX_ENDING 6

#define BIT(type) (1u << (type))
#define HIDDEN                                                                                   \
  (BIT (G_UNICODE_CONTROL) | BIT (G_UNICODE_FORMAT) | BIT (G_UNICODE_SURROGATE) |                \
   BIT (G_UNICODE_UNASSIGNED) | BIT (G_UNICODE_LINE_SEPARATOR) |                                 \
   BIT (G_UNICODE_PARAGRAPH_SEPARATOR))

static gboolean
can_be_shown (gunichar character)
{
  return (BIT (g_unichar_type (character)) & HIDDEN) == 0;
}

/* What follows the last slash of either kind. */
static const char *
skip_folders (const char *name)
{
  const char *last = name;

  for (const char *at = name; *at != '\0'; at++)
    if (*at == '/' || *at == '\\')
      last = at + 1;
  return last;
}

static char *
shorten (const char *name)
{
  const char *dot = strrchr (name, '.');
  glong length = g_utf8_strlen (name, -1);
  glong ending = dot != NULL ? g_utf8_strlen (dot, -1) : 0;
  g_autofree char *start = NULL;

  if (length <= YC_FILE_NAME_MAX_LENGTH)
    return g_strdup (name);
  if (ending > MAX_ENDING)
    ending = 0;
  start = g_utf8_substring (name, 0, YC_FILE_NAME_MAX_LENGTH - ending - 1);
  return g_strconcat (start, "…", ending > 0 ? dot : "", NULL);
}

char *
yc_file_name_clean (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  g_autoptr (GString) shown = g_string_new (NULL);

  for (const char *at = skip_folders (valid); *at != '\0'; at = g_utf8_next_char (at))
    if (can_be_shown (g_utf8_get_char (at)))
      g_string_append_unichar (shown, g_utf8_get_char (at));
  g_strstrip (shown->str);
  if (g_str_equal (shown->str, ".") || g_str_equal (shown->str, ".."))
    return g_strdup ("");
  return shorten (shown->str);
}

gboolean
yc_file_name_is_clean (const char *name)
{
  g_autofree char *clean = yc_file_name_clean (name);

  return *clean != '\0' && g_strcmp0 (clean, name) == 0;
}
