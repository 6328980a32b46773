/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats that no form at a counter needs, for those who hold other documents against a schema:
 * `iri`, `iri-reference`, `idn-email`, `uri-template`, `relative-json-pointer`. */
#include "yc-schema-format-private.h"

#include <glib.h>
#include <string.h>

/* RFC 3987, 3.1: what is beyond ASCII as escaped bytes. */
static char *
escape_beyond_ascii (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if ((guchar) *at < 0x80)
        g_string_append_c (out, *at);
      else
        g_string_append_printf (out, "%%%02X", (guchar) *at);
    }
  return g_string_free (out, FALSE);
}

gboolean
yc_schema_format_is_iri (const char *text)
{
  g_autofree char *uri = escape_beyond_ascii (text);

  return yc_schema_format_find ("uri") (uri);
}

gboolean
yc_schema_format_is_iri_reference (const char *text)
{
  g_autofree char *uri = escape_beyond_ascii (text);

  return yc_schema_format_find ("uri-reference") (uri);
}

/* RFC 6531: letters of all scripts before the @, and a host name that can be written in ASCII. */
gboolean
yc_schema_format_is_idn_email (const char *text)
{
  const char *at = strrchr (text, '@');
  g_autofree char *host = at == NULL ? NULL : g_hostname_to_ascii (at + 1);
  g_autoptr (GString) plain = g_string_new (NULL);

  if (host == NULL)
    return FALSE;
  for (const char *c = text; c < at; c = g_utf8_next_char (c))
    g_string_append_c (plain, (guchar) *c < 0x80 ? *c : 'x');
  g_string_append_printf (plain, "@%s", host);
  return yc_schema_format_find ("email") (plain->str);
}

/* RFC 6570, 2.2 and 2.3: an operator, then names with a length or a star, commas between them. */
static gboolean
is_expression (const char *text,
               gsize       length)
{
  static gsize once;
  static GRegex *regex;

  if (g_once_init_enter (&once))
    {
      regex = g_regex_new ("^[+#./;?&=,!@|]?(?<spec>(?<name>(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2})"
                           "(?:\\.?(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2}))*)(?::[1-9][0-9]{0,3}|\\*)?)"
                           "(?:,(?&spec))*$",
                           G_REGEX_OPTIMIZE | G_REGEX_DOLLAR_ENDONLY, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  return g_regex_match_full (regex, text, (gssize) length, 0, 0, NULL, NULL);
}

gboolean
yc_schema_format_is_uri_template (const char *text)
{
  while (*text != '\0')
    {
      gsize length = strcspn (text, "{}");

      /* RFC 6570, 2.1 */
      if (strcspn (text, " \"'<>\\^`|\x7f") < length)
        return FALSE;
      text += length;
      if (*text == '}')
        return FALSE;
      if (*text == '\0')
        return TRUE;
      length = strcspn (++text, "{}");
      if (text[length] != '}' || !is_expression (text, length))
        return FALSE;
      text += length + 1;
    }
  return TRUE;
}

/* draft-bhutton-relative-json-pointer-00: a number without leading zeros, then # or a pointer. */
gboolean
yc_schema_format_is_relative_pointer (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  if (digits == 0 || (digits > 1 && *text == '0'))
    return FALSE;
  text += digits;
  return g_str_equal (text, "#") || yc_schema_format_find ("json-pointer") (text);
}
