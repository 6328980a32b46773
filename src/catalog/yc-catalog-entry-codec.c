/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Knowledge entries: a header of key=value lines, a line of dashes, then CommonMark. */
#include "yc-catalog-entry-codec-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-catalog-error.h"
#include "yc-json.h"

#define GROUP "entry"
#define FENCE "---"

typedef enum
{
  KEY_TEXT = 1,
  KEY_LIST,
  KEY_YES_NO,
} KeyKind;

static const struct
{
  const char *name;
  KeyKind kind;
} keys[] = {
  { "question", KEY_TEXT }, { "answer", KEY_TEXT }, { "tags", KEY_LIST },
  { "items", KEY_LIST },    { "lists", KEY_LIST },  { "owner", KEY_TEXT },
  { "source", KEY_TEXT },   { "from", KEY_TEXT },   { "until", KEY_TEXT },
  { "sample", KEY_YES_NO },
};

static gboolean
is_fence (const char *line,
          gsize       length)
{
  return length == strlen (FENCE) && strncmp (line, FENCE, length) == 0;
}

/* Length of the line at @text without its end, and where the next one begins. */
static gsize
measure_line (const char  *text,
              const char **next)
{
  gsize length = strcspn (text, "\n");

  *next = text[length] == '\n' ? text + length + 1 : text + length;
  if (length > 0 && text[length - 1] == '\r')
    length--;

  return length;
}

static const char *
find_body (const char *text,
           gsize      *header_length,
           guint      *line)
{
  const char *at = text;

  for (*line = 1; *at != '\0'; (*line)++)
    {
      const char *next;
      gsize length = measure_line (at, &next);

      if (is_fence (at, length))
        {
          *header_length = at - text;
          return next;
        }
      at = next;
    }

  return NULL;
}

static int
find_key (const char *name,
          gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strlen (keys[i].name) == length && strncmp (keys[i].name, name, length) == 0)
      return i;

  return -1;
}

static const char *
skip_blank_lines (const char *text)
{
  return text + strspn (text, "\r\n");
}

static guint
count_lines (const char *from,
             const char *to)
{
  guint n = 0;

  for (const char *at = from; at < to; at++)
    n += *at == '\n';

  return n;
}

/* Where the header between @text and @end says what @name is, or %NULL. */
static const char *
find_value (const char *text,
            const char *end,
            const char *name)
{
  gsize name_length = strlen (name);

  for (const char *at = text, *next; at < end; at = next)
    {
      measure_line (at, &next);
      if (strncmp (at, name, name_length) == 0 && at[name_length] == '=')
        return at + name_length + 1;
    }

  return NULL;
}

/* GKeyFile lets the last of two equal keys win and takes unknown ones; authors must hear of it. */
static gboolean
check_header_lines (const char  *text,
                    const char  *end,
                    guint       *line,
                    GError     **error)
{
  gboolean seen[G_N_ELEMENTS (keys)] = { FALSE };

  *line = 1;
  for (const char *at = text, *next; at < end; at = next, (*line)++)
    {
      gsize length = measure_line (at, &next);
      gsize name_length;
      int key;

      if (length == 0 || *at == '#' || *at == '[')
        continue;
      name_length = strcspn (at, "=\n");
      key = name_length < length ? find_key (at, name_length) : -1;
      if (key >= 0 && !seen[key])
        {
          seen[key] = TRUE;
          continue;
        }
      if (key >= 0)
        g_set_error (error, YC_CATALOG_ERROR, YC_CATALOG_ERROR_DOCUMENT,
                     _("“%s” is given twice"), keys[key].name);
      else
        g_set_error (error, YC_CATALOG_ERROR, YC_CATALOG_ERROR_DOCUMENT,
                     _("“%.*s” is not a line of the header"), (int) MIN (name_length, 40), at);
      return FALSE;
    }

  return TRUE;
}

static gboolean
add_value (JsonObject  *body,
           GKeyFile    *header,
           guint        key,
           GError     **error)
{
  const char *name = keys[key].name;

  if (keys[key].kind == KEY_LIST)
    {
      g_auto (GStrv) list = NULL;
      JsonArray *array = json_array_new ();

      list = g_key_file_get_string_list (header, GROUP, name, NULL, NULL);
      for (guint i = 0; list != NULL && list[i] != NULL; i++)
        json_array_add_string_element (array, g_strstrip (list[i]));
      json_object_set_array_member (body, name, array);
    }
  else if (keys[key].kind == KEY_YES_NO)
    {
      g_autoptr (GError) failed = NULL;
      gboolean value = g_key_file_get_boolean (header, GROUP, name, &failed);

      if (failed != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return FALSE;
        }
      json_object_set_boolean_member (body, name, value);
    }
  else
    {
      g_autofree char *value = g_key_file_get_string (header, GROUP, name, error);

      if (value == NULL)
        return FALSE;
      json_object_set_string_member (body, name, g_strstrip (value));
    }

  return TRUE;
}

/* GKeyFile cuts lists at “;” only, so a header list ends with one or not, as its author likes. */
static JsonNode *
build_body (const char  *id,
            GKeyFile    *header,
            const char  *markdown,
            guint       *failed,
            GError     **error)
{
  g_autoptr (JsonObject) body = json_object_new ();

  json_object_set_string_member (body, "id", id);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (g_key_file_has_key (header, GROUP, keys[i].name, NULL))
        {
          *failed = i;
          if (!add_value (body, header, i, error))
            return NULL;
        }
      else if (keys[i].kind == KEY_LIST)
        json_object_set_array_member (body, keys[i].name, json_array_new ());
    }
  json_object_set_string_member (body, "body", markdown);

  return yc_json_object_node (g_steal_pointer (&body));
}

/*
 * yc_catalog_entry_parse:
 * @id: the entry's id
 * @text: the file, UTF-8
 * @line: (out): the line of the mistake, from 1
 * @error: return location for an error
 *
 * Reads a knowledge entry. Only its shape is checked here; what must be in it is the
 * schema's business.
 *
 * Returns: (transfer full): the body as it goes over the wire, or %NULL with
 *   %YC_CATALOG_ERROR_DOCUMENT or a GKeyFile error
 */
JsonNode *
yc_catalog_entry_parse (const char  *id,
                        const char  *text,
                        guint       *line,
                        GError     **error)
{
  g_autoptr (GKeyFile) header = g_key_file_new ();
  gsize length = 0;
  guint fence_line;
  guint failed = 0;
  JsonNode *body;
  const char *markdown = find_body (text, &length, &fence_line);

  if (markdown == NULL)
    {
      *line = 1;
      g_set_error (error, YC_CATALOG_ERROR, YC_CATALOG_ERROR_DOCUMENT,
                   _("no line “%s” ends the header"), FENCE);
      return NULL;
    }
  if (!check_header_lines (text, text + length, line, error))
    return NULL;

  *line = 1;
  if (!g_key_file_load_from_data (header, text, length, G_KEY_FILE_NONE, error))
    return NULL;
  if (!g_key_file_has_group (header, GROUP))
    {
      g_set_error (error, YC_CATALOG_ERROR, YC_CATALOG_ERROR_DOCUMENT,
                   _("the header does not begin with “[%s]”"), GROUP);
      return NULL;
    }

  body = build_body (id, header, skip_blank_lines (markdown), &failed, error);
  if (body == NULL)
    *line = 1 + count_lines (text, find_value (text, text + length, keys[failed].name));

  return body;
}

/*
 * yc_catalog_entry_locate:
 * @text: a file that yc_catalog_entry_parse() has read
 * @pointer: a JSON Pointer into the body
 * @line: (out): the line, from 1
 * @column: (out): the column where the value begins, from 1
 *
 * Finds a header's value or the first line of the text; the top of the file for anything else.
 */
void
yc_catalog_entry_locate (const char *text,
                         const char *pointer,
                         guint      *line,
                         guint      *column)
{
  gsize length = 0;
  guint number = 1;
  const char *body = find_body (text, &length, &number);
  g_autofree char *name = NULL;

  *line = 1;
  *column = 1;
  if (*pointer != '/' || body == NULL)
    return;

  name = g_strndup (pointer + 1, strcspn (pointer + 1, "/"));
  if (g_str_equal (name, "body"))
    *line = number + 1 + count_lines (body, skip_blank_lines (body));
  else if ((body = find_value (text, text + length, name)) != NULL)
    {
      *line = 1 + count_lines (text, body);
      *column = g_utf8_strlen (name, -1) + 2;
    }
}
