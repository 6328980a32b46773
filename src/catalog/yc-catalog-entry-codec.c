/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Knowledge entries: a header of key=value lines, a line of dashes, then CommonMark; after that, each
 * begun by a line “[version]”, the other versions in the same way. */
#include "yc-catalog-entry-codec-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-catalog-error.h"
#include "yc-json.h"

#define GROUP "entry"
#define VERSION_GROUP "version"
#define VERSION "[version]"
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
  /* Whether every version has its own. */
  gboolean own;
} keys[] = {
  { "question", KEY_TEXT, TRUE }, { "answer", KEY_TEXT, TRUE },
  { "tags", KEY_LIST, FALSE },    { "synonyms", KEY_LIST, FALSE },
  { "items", KEY_LIST, FALSE },   { "lists", KEY_LIST, FALSE },
  { "owner", KEY_TEXT, FALSE },   { "source", KEY_TEXT, TRUE },
  { "place", KEY_TEXT, TRUE },    { "from", KEY_TEXT, TRUE },
  { "until", KEY_TEXT, TRUE },    { "note", KEY_TEXT, TRUE },
  { "sample", KEY_YES_NO, FALSE },
};

/* One version in the file: the header up to the fence, and the text behind it. */
typedef struct
{
  const char *header;
  const char *fence;
  const char *body;
  const char *end;
  /* The header's first line, from 1. */
  guint line;
} Block;

static gboolean
is_line (const char *line,
         gsize       length,
         const char *wanted)
{
  return length == strlen (wanted) && strncmp (line, wanted, length) == 0;
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

/* Finds the version that begins at @text; FALSE when nothing ends its header. */
static gboolean
find_block (const char *text,
            guint       line,
            Block      *block)
{
  *block = (Block) { .header = text, .line = line };
  for (const char *at = text, *next; *at != '\0'; at = next)
    {
      gsize length = measure_line (at, &next);

      block->end = next;
      if (block->body == NULL && is_line (at, length, FENCE))
        {
          block->fence = at;
          block->body = next;
        }
      else if (at > text && is_line (at, length, VERSION))
        {
          block->end = at;
          break;
        }
    }
  return block->body != NULL;
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
                    gboolean     first,
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
      if (key >= 0 && !first && !keys[key].own)
        {
          g_set_error (error, YC_CATALOG_ERROR, YC_CATALOG_ERROR_DOCUMENT,
                       _("“%s” belongs in the header of the entry"), keys[key].name);
          return FALSE;
        }
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
fail_without_fence (GError **error)
{
  g_set_error (error, YC_CATALOG_ERROR, YC_CATALOG_ERROR_DOCUMENT,
               _("no line “%s” ends the header"), FENCE);
  return FALSE;
}

static gboolean
add_value (JsonObject  *body,
           GKeyFile    *header,
           const char  *group,
           guint        key,
           GError     **error)
{
  const char *name = keys[key].name;

  if (keys[key].kind == KEY_LIST)
    {
      g_auto (GStrv) list = NULL;
      JsonArray *array = json_array_new ();

      list = g_key_file_get_string_list (header, group, name, NULL, NULL);
      for (guint i = 0; list != NULL && list[i] != NULL; i++)
        json_array_add_string_element (array, g_strstrip (list[i]));
      json_object_set_array_member (body, name, array);
    }
  else if (keys[key].kind == KEY_YES_NO)
    {
      g_autoptr (GError) failed = NULL;
      gboolean value = g_key_file_get_boolean (header, group, name, &failed);

      if (failed != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return FALSE;
        }
      json_object_set_boolean_member (body, name, value);
    }
  else
    {
      g_autofree char *value = g_key_file_get_string (header, group, name, error);

      if (value == NULL)
        return FALSE;
      json_object_set_string_member (body, name, g_strstrip (value));
    }

  return TRUE;
}

/* Lists that an entry always has, be they empty. */
static gboolean
is_needed_list (guint key)
{
  return keys[key].kind == KEY_LIST && !g_str_equal (keys[key].name, "synonyms");
}

/* GKeyFile cuts lists at “;” only, so a header list ends with one or not, as its author likes. */
static gboolean
add_values (JsonObject  *body,
            GKeyFile    *header,
            const char  *group,
            guint       *failed,
            GError     **error)
{
  gboolean first = g_str_equal (group, GROUP);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (g_key_file_has_key (header, group, keys[i].name, NULL))
        {
          *failed = i;
          if (!add_value (body, header, group, i, error))
            return FALSE;
        }
      else if (first && is_needed_list (i))
        json_object_set_array_member (body, keys[i].name, json_array_new ());
    }
  return TRUE;
}

/* The text of a version that another one follows ends with one line's end. */
static char *
dup_text (const Block *block)
{
  const char *begin = skip_blank_lines (block->body);
  const char *end = block->end;

  if (begin >= end)
    return g_strdup ("");
  while (*end == '[' && end - begin > 1 && strchr ("\r\n", end[-1]) && strchr ("\r\n", end[-2]))
    end--;
  return g_strndup (begin, end - begin);
}

static gboolean
load_header (GKeyFile     *header,
             const Block  *block,
             const char   *group,
             guint        *line,
             GError      **error)
{
  if (!check_header_lines (block->header, block->fence, g_str_equal (group, GROUP), line, error))
    return FALSE;
  *line = 1;
  if (!g_key_file_load_from_data (header, block->header, block->fence - block->header,
                                  G_KEY_FILE_NONE, error))
    return FALSE;
  if (g_key_file_has_group (header, group))
    return TRUE;
  g_set_error (error, YC_CATALOG_ERROR, YC_CATALOG_ERROR_DOCUMENT,
               _("the header does not begin with “[%s]”"), group);
  return FALSE;
}

/* @line counts within the block. */
static gboolean
parse_block (JsonObject   *body,
             const Block  *block,
             const char   *group,
             guint        *line,
             GError      **error)
{
  g_autoptr (GKeyFile) header = g_key_file_new ();
  g_autofree char *text = dup_text (block);
  guint failed = 0;

  if (!load_header (header, block, group, line, error))
    return FALSE;
  if (!add_values (body, header, group, &failed, error))
    {
      *line = 1 + count_lines (block->header,
                               find_value (block->header, block->fence, keys[failed].name));
      return FALSE;
    }
  json_object_set_string_member (body, "body", text);
  return TRUE;
}

static gboolean
parse_versions (JsonObject   *body,
                Block        *block,
                guint        *line,
                GError      **error)
{
  g_autoptr (JsonArray) versions = json_array_new ();

  while (*block->end != '\0')
    {
      JsonObject *version = json_object_new ();
      guint begin = block->line + count_lines (block->header, block->end);

      json_array_add_object_element (versions, version);
      *line = 1;
      if (!find_block (block->end, begin, block))
        fail_without_fence (error);
      else if (parse_block (version, block, VERSION_GROUP, line, error))
        continue;
      *line += begin - 1;
      return FALSE;
    }
  if (json_array_get_length (versions) > 0)
    json_object_set_array_member (body, "versions", g_steal_pointer (&versions));
  return TRUE;
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
  g_autoptr (JsonObject) body = json_object_new ();
  Block block;

  *line = 1;
  json_object_set_string_member (body, "id", id);
  if (!find_block (text, 1, &block))
    {
      fail_without_fence (error);
      return NULL;
    }
  if (!parse_block (body, &block, GROUP, line, error) ||
      !parse_versions (body, &block, line, error))
    return NULL;
  return yc_json_object_node (g_steal_pointer (&body));
}

/* The version that @pointer leads into, and the rest of it. */
static gboolean
find_version (const char  *text,
              const char **pointer,
              Block       *block)
{
  guint64 wanted = 0;
  char *rest;

  if (!find_block (text, 1, block))
    return FALSE;
  if (!g_str_has_prefix (*pointer, "/versions/"))
    return TRUE;
  wanted = 1 + g_ascii_strtoull (*pointer + strlen ("/versions/"), &rest, 10);
  for (guint64 i = 0; i < wanted; i++)
    if (*block->end == '\0' ||
        !find_block (block->end, block->line + count_lines (block->header, block->end), block))
      return FALSE;
  *pointer = rest;
  return TRUE;
}

/*
 * yc_catalog_entry_locate:
 * @text: a file that yc_catalog_entry_parse() has read
 * @pointer: a JSON Pointer into the body
 * @line: (out): the line, from 1
 * @column: (out): the column where the value begins, from 1
 *
 * Finds a header's value or the first line of the text, of the first version or another one; the
 * top of the version, or of the file, for anything else.
 */
void
yc_catalog_entry_locate (const char *text,
                         const char *pointer,
                         guint      *line,
                         guint      *column)
{
  g_autofree char *name = NULL;
  const char *value;
  Block block;

  *line = 1;
  *column = 1;
  if (!find_version (text, &pointer, &block))
    return;
  *line = block.line;
  if (*pointer != '/')
    return;
  name = g_strndup (pointer + 1, strcspn (pointer + 1, "/"));
  if (g_str_equal (name, "body"))
    *line = block.line + count_lines (block.header, skip_blank_lines (block.body));
  else if ((value = find_value (block.header, block.fence, name)) != NULL)
    {
      *line = block.line + count_lines (block.header, value);
      *column = g_utf8_strlen (name, -1) + 2;
    }
}
