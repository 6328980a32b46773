/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template's text with its placeholders, parsed once and filled in many times. */
#include "yc-certificate-text-private.h"
#include "yc-certificate-error-private.h"
#include "yc-certificate-filter-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "yc-json.h"

/* What a sheet shows where the data says nothing: a mark, so that no one can write into a gap. */
#define NOTHING "—"

/* Either plain words or a placeholder. */
typedef struct
{
  char      *words;
  char      *path;
  GPtrArray *filters;
} Piece;

struct _YcCertificateText
{
  GPtrArray *pieces;
  char      *pointer;
};

static const char *const roots[] = {
  "applicant", "agent", "form", "case", "place", "notice", "serial", "issued_at", "today", NULL,
};

static void
piece_free (gpointer data)
{
  Piece *piece = data;

  g_free (piece->words);
  g_free (piece->path);
  g_clear_pointer (&piece->filters, g_ptr_array_unref);
  g_free (piece);
}

static void
fail_template (GError **error, const char *pointer, const char *message)
{
  yc_certificate_error_set (error, YC_CERTIFICATE_ERROR_TEMPLATE, pointer, message);
}

static gboolean
is_step (const char *step)
{
  for (const char *p = step; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '_' && *p != '-')
      return FALSE;

  return *step != '\0';
}

/* "form.tenants.0.name": names of letters, digits, _ and -, joined by dots. */
gboolean
yc_certificate_path_check (const char  *path,
                           gboolean     in_row,
                           const char  *pointer,
                           GError     **error)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);
  g_autofree char *message = NULL;
  gboolean good = steps[0] != NULL;

  if (in_row && g_str_equal (path, YC_ROW_INDEX))
    return TRUE;

  for (gsize i = 0; good && steps[i] != NULL; i++)
    good = is_step (steps[i]);
  if (good && (in_row || g_strv_contains (roots, steps[0])))
    return TRUE;

  message = g_strdup_printf (_("“%s” is not a path into the certificate’s data"), path);
  fail_template (error, pointer, message);

  return FALSE;
}

/* "path|filter|filter" between braces. */
static Piece *
parse_placeholder (const char *source, gboolean in_row, const char *pointer, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (source, "|", -1);
  g_autofree char *message = NULL;
  Piece *piece;

  if (!yc_certificate_path_check (parts[0] ? parts[0] : "", in_row, pointer, error))
    return NULL;

  piece = g_new0 (Piece, 1);
  piece->path = g_strdup (parts[0]);
  piece->filters = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_filter_free);
  for (gsize i = 1; parts[i] != NULL; i++)
    {
      YcFilter *filter = yc_filter_new (parts[i]);

      if (filter == NULL)
        {
          message = g_strdup_printf (_("There is no filter “%s”"), parts[i]);
          fail_template (error, pointer, message);
          piece_free (piece);
          return NULL;
        }
      g_ptr_array_add (piece->filters, filter);
    }

  return piece;
}

static void
flush_words (YcCertificateText *self, GString *words)
{
  Piece *piece;

  if (words->len == 0)
    return;

  piece = g_new0 (Piece, 1);
  piece->words = g_strdup (words->str);
  g_ptr_array_add (self->pieces, piece);
  g_string_truncate (words, 0);
}

/* A placeholder at *@p, which is moved behind it. */
static gboolean
take_placeholder (YcCertificateText *self, const char **p, gboolean in_row, GError **error)
{
  const char *close = strchr (*p, '}');
  g_autofree char *source = NULL;
  Piece *piece;

  if (close == NULL)
    {
      fail_template (error, self->pointer, _("A brace is not closed; write {{ for a plain brace"));
      return FALSE;
    }

  source = g_strndup (*p + 1, (gsize) (close - *p - 1));
  piece = parse_placeholder (source, in_row, self->pointer, error);
  if (piece == NULL)
    return FALSE;
  g_ptr_array_add (self->pieces, piece);
  *p = close + 1;

  return TRUE;
}

YcCertificateText *
yc_certificate_text_new (const char  *source,
                         gboolean     in_row,
                         const char  *pointer,
                         GError     **error)
{
  g_autoptr (YcCertificateText) self = g_new0 (YcCertificateText, 1);
  g_autoptr (GString) words = g_string_new (NULL);
  const char *p = source;

  self->pieces = g_ptr_array_new_with_free_func (piece_free);
  self->pointer = g_strdup (pointer);

  while (*p != '\0')
    {
      if ((*p == '{' || *p == '}') && p[1] == *p)
        {
          g_string_append_c (words, *p);
          p += 2;
        }
      else if (*p == '{')
        {
          flush_words (self, words);
          if (!take_placeholder (self, &p, in_row, error))
            return NULL;
        }
      else if (*p == '}')
        {
          fail_template (error, pointer, _("A brace is not opened; write }} for a plain brace"));
          return NULL;
        }
      else
        g_string_append_c (words, *p++);
    }
  flush_words (self, words);

  return g_steal_pointer (&self);
}

void
yc_certificate_text_free (YcCertificateText *self)
{
  g_ptr_array_unref (self->pieces);
  g_free (self->pointer);
  g_free (self);
}

static JsonNode *
take_step (JsonNode *node, const char *step)
{
  JsonObject *object = yc_json_node_get_object (node);
  JsonArray *array = yc_json_node_get_array (node);
  guint64 index;

  if (object != NULL)
    return json_object_get_member (object, step);
  if (array != NULL && g_ascii_string_to_unsigned (step, 10, 0, G_MAXUINT, &index, NULL) &&
      index < json_array_get_length (array))
    return json_array_get_element (array, (guint) index);

  return NULL;
}

/* What @path leads to, or NULL when nothing is there (a null is there). */
JsonNode *
yc_certificate_path_get (JsonNode *node, const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);

  for (gsize i = 0; node != NULL && steps[i] != NULL; i++)
    node = take_step (node, steps[i]);

  return node;
}

static const YcFilter *
find_default (const Piece *piece)
{
  for (guint i = 0; i < piece->filters->len; i++)
    {
      const YcFilter *filter = g_ptr_array_index (piece->filters, i);

      if (filter->kind == YC_FILTER_DEFAULT)
        return filter;
    }

  return NULL;
}

static char *
look_up (const Piece *piece, const YcTextScope *scope, gboolean *known)
{
  JsonNode *node;

  if (scope->row != NULL && g_str_equal (piece->path, YC_ROW_INDEX))
    return g_strdup_printf ("%u", scope->index);

  node = yc_certificate_path_get (scope->row ? scope->row : scope->data, piece->path);
  *known = node != NULL || scope->row != NULL || find_default (piece) != NULL;

  return yc_filter_node_text (node);
}

static char *
apply_filters (const Piece *piece, char *value)
{
  g_autofree char *text = value;

  if (*text == '\0')
    return g_strdup (find_default (piece) ? find_default (piece)->argument : NOTHING);

  for (guint i = 0; text != NULL && i < piece->filters->len; i++)
    {
      char *shown = yc_filter_apply (g_ptr_array_index (piece->filters, i), text);

      g_free (text);
      text = shown;
    }

  return g_steal_pointer (&text);
}

/* Takes @reason. */
static void
fail_piece (YcCertificateText *self, YcCertificateError code, char *reason, GError **error)
{
  yc_certificate_error_set (error, code, self->pointer, reason);
  g_free (reason);
}

static char *
expand_piece (YcCertificateText *self, const Piece *piece, const YcTextScope *scope, GError **error)
{
  gboolean known = TRUE;
  g_autofree char *value = look_up (piece, scope, &known);
  char *shown = NULL;

  if (!known)
    {
      fail_piece (self, YC_CERTIFICATE_ERROR_PLACEHOLDER,
                  g_strdup_printf (_("The data has nothing for the placeholder {%s}"), piece->path),
                  error);
      return NULL;
    }

  if (value != NULL)
    shown = apply_filters (piece, g_steal_pointer (&value));
  if (shown == NULL)
    fail_piece (self, YC_CERTIFICATE_ERROR_VALUE,
                g_strdup_printf (_("The value of the placeholder {%s} cannot be shown this way"),
                                 piece->path),
                error);

  return shown;
}

static void
add_value (const YcTextScope *scope, GString *out, const char *shown)
{
  YcTextRange range = { (guint) out->len, (guint) (out->len + strlen (shown)) };

  if (scope->values != NULL)
    g_array_append_val (scope->values, range);
  g_string_append (out, shown);
}

/* The text with every placeholder filled in. */
char *
yc_certificate_text_expand (YcCertificateText  *self,
                            const YcTextScope  *scope,
                            GError            **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = g_ptr_array_index (self->pieces, i);
      g_autofree char *shown = NULL;

      if (piece->words != NULL)
        {
          g_string_append (out, piece->words);
          continue;
        }
      shown = expand_piece (self, piece, scope, error);
      if (shown == NULL)
        return NULL;
      add_value (scope, out, shown);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Calls @func for each placeholder; @rows: (nullable): the rows it is looked up in. */
void
yc_certificate_text_each_path (YcCertificateText  *self,
                               const char         *rows,
                               YcTemplatePathFunc  func,
                               gpointer            user_data)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = g_ptr_array_index (self->pieces, i);

      if (piece->path != NULL)
        func (self->pointer, rows, piece->path, user_data);
    }
}
