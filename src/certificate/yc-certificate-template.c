/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate's template: its words, tables and conditions, checked once when it is read. */
#include "yc-certificate-template.h"
#include "yc-certificate-error.h"
#include "yc-certificate-template-private.h"

#include <glib/gi18n-lib.h>

#include "yc-json.h"
#include "yc-logic.h"

#define MAX_BLOCKS 200
#define MAX_COLUMNS 12
#define MAX_VALID_MONTHS 1200

struct _YcCertificateTemplate
{
  GObject    parent_instance;

  char      *id;
  char      *kind;
  char      *title;
  char      *addressee;
  guint      valid_months;
  GPtrArray *blocks;
};

G_DEFINE_FINAL_TYPE (YcCertificateTemplate, yc_certificate_template, G_TYPE_OBJECT)

static void
column_free (gpointer data)
{
  YcTemplateColumn *column = data;

  g_free (column->title);
  g_clear_pointer (&column->value, yc_certificate_text_free);
  g_free (column);
}

static void
block_free (gpointer data)
{
  YcTemplateBlock *block = data;

  g_clear_pointer (&block->when, json_node_unref);
  g_clear_pointer (&block->text, yc_certificate_text_free);
  g_clear_pointer (&block->columns, g_ptr_array_unref);
  g_free (block->rows);
  g_free (block);
}

static gboolean
fail (GError **error, const char *pointer, const char *message)
{
  g_set_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_TEMPLATE, "%s (%s)", message,
               pointer);

  return FALSE;
}

static gboolean
read_style (JsonObject *object, const char *pointer, YcBlockKind *kind, GError **error)
{
  static const char *const names[] = { "title", "body", "right", "note" };
  const char *style = yc_json_get_string (object, "style", "body");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], style))
      {
        *kind = YC_BLOCK_TITLE + i;
        return TRUE;
      }

  return fail (error, pointer, _("A paragraph’s style is title, body, right or note"));
}

static gboolean
read_paragraph (YcTemplateBlock *block, JsonObject *object, const char *pointer, GError **error)
{
  const char *text = yc_json_get_string (object, "text", NULL);
  g_autofree char *place = yc_json_pointer_append (pointer, "text");

  if (text == NULL || *text == '\0')
    return fail (error, pointer, _("A paragraph needs a text or a table"));
  if (!read_style (object, pointer, &block->kind, error))
    return FALSE;
  block->text = yc_certificate_text_new (text, FALSE, place, error);

  return block->text != NULL;
}

static gboolean
read_align (JsonObject *object, const char *pointer, YcColumnAlign *align, GError **error)
{
  static const char *const names[] = { "center", "left", "right" };
  const char *name = yc_json_get_string (object, "align", "center");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      {
        *align = YC_ALIGN_CENTRE + i;
        return TRUE;
      }

  return fail (error, pointer, _("A column is aligned left, center or right"));
}

static gboolean
read_column (YcTemplateBlock *block, JsonObject *object, const char *pointer, GError **error)
{
  const char *title = yc_json_get_string (object, "title", NULL);
  const char *value = yc_json_get_string (object, "value", NULL);
  g_autofree char *place = yc_json_pointer_append (pointer, "value");
  YcTemplateColumn *column = g_new0 (YcTemplateColumn, 1);

  g_ptr_array_add (block->columns, column);
  column->width = yc_json_get_double (object, "width", 0.0);
  if (title == NULL || value == NULL || !(column->width > 0.0 && column->width <= 1.0))
    return fail (error, pointer, _("A column needs title, value and a width from 0 to 1"));
  column->title = g_strdup (title);
  column->value = yc_certificate_text_new (value, TRUE, place, error);

  return column->value != NULL && read_align (object, pointer, &column->align, error);
}

/* Widths may add up to about 1; they are stretched to add up exactly. */
static gboolean
stretch_columns (YcTemplateBlock *block, const char *pointer, GError **error)
{
  double sum = 0.0;

  for (guint i = 0; i < block->columns->len; i++)
    sum += ((YcTemplateColumn *) g_ptr_array_index (block->columns, i))->width;
  if (sum > 1.02)
    return fail (error, pointer, _("The widths of the columns add up to more than 1"));
  for (guint i = 0; i < block->columns->len; i++)
    ((YcTemplateColumn *) g_ptr_array_index (block->columns, i))->width /= sum;

  return TRUE;
}

static gboolean
read_table (YcTemplateBlock *block, JsonObject *table, const char *pointer, GError **error)
{
  const char *rows = yc_json_get_string (table, "rows", NULL);
  JsonArray *columns = yc_json_get_array (table, "columns");
  guint n_columns = columns ? json_array_get_length (columns) : 0;
  g_autofree char *place = yc_json_pointer_append (pointer, "rows");

  if (rows == NULL || n_columns == 0 || n_columns > MAX_COLUMNS)
    return fail (error, pointer, _("A table needs rows and one to twelve columns"));
  if (!yc_certificate_path_check (rows, FALSE, place, error))
    return FALSE;

  block->kind = YC_BLOCK_TABLE;
  block->rows = g_strdup (rows);
  block->columns = g_ptr_array_new_with_free_func (column_free);
  for (guint i = 0; i < n_columns; i++)
    {
      JsonObject *column = yc_json_node_get_object (json_array_get_element (columns, i));
      g_autofree char *at = g_strdup_printf ("%s/columns/%u", pointer, i);

      if (!read_column (block, column, at, error))
        return FALSE;
    }

  return stretch_columns (block, pointer, error);
}

static gboolean
read_when (YcTemplateBlock *block, JsonObject *object, const char *pointer, GError **error)
{
  JsonNode *when = yc_json_get_member (object, "when");
  g_autoptr (GError) reason = NULL;
  g_autofree char *place = yc_json_pointer_append (pointer, "when");

  if (when == NULL)
    return TRUE;
  if (!yc_logic_check (when, &reason))
    return fail (error, place, reason->message);
  block->when = yc_json_copy (when);

  return TRUE;
}

static gboolean
read_block (YcCertificateTemplate *self, JsonNode *node, const char *pointer, GError **error)
{
  JsonObject *object = yc_json_node_get_object (node);
  JsonObject *table = yc_json_get_object (object, "table");
  g_autofree char *place = yc_json_pointer_append (pointer, "table");
  YcTemplateBlock *block = g_new0 (YcTemplateBlock, 1);

  g_ptr_array_add (self->blocks, block);
  if (object == NULL)
    return fail (error, pointer, _("A paragraph must be an object"));
  if (!read_when (block, object, pointer, error))
    return FALSE;

  return table != NULL ? read_table (block, table, place, error)
                       : read_paragraph (block, object, pointer, error);
}

static gboolean
read_blocks (YcCertificateTemplate *self, JsonObject *object, GError **error)
{
  JsonArray *array = yc_json_get_array (object, "paragraphs");
  guint length = array ? json_array_get_length (array) : 0;

  if (length == 0 || length > MAX_BLOCKS)
    return fail (error, "/paragraphs", _("A template needs 1 to 200 paragraphs"));

  for (guint i = 0; i < length; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/paragraphs/%u", i);

      if (!read_block (self, json_array_get_element (array, i), pointer, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_head (YcCertificateTemplate *self, JsonObject *object, GError **error)
{
  gint64 months = yc_json_get_int (object, "valid_months", 0);

  self->id = g_strdup (yc_json_get_string (object, "id", NULL));
  self->kind = g_strdup (yc_json_get_string (object, "type", NULL));
  self->title = g_strdup (yc_json_get_string (object, "title", NULL));
  self->addressee = g_strdup (yc_json_get_string (object, "addressee", NULL));
  if (self->id == NULL || self->kind == NULL || self->title == NULL || *self->title == '\0')
    return fail (error, "", _("A template needs id, type and title"));
  if (!g_str_equal (yc_json_get_string (object, "paper", "A4"), "A4"))
    return fail (error, "/paper", _("The paper must be A4"));
  if (months < 0 || months > MAX_VALID_MONTHS)
    return fail (error, "/valid_months", _("The months of validity must be 0 to 1200"));
  self->valid_months = (guint) months;

  return TRUE;
}

static void
yc_certificate_template_finalize (GObject *object)
{
  YcCertificateTemplate *self = YC_CERTIFICATE_TEMPLATE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->addressee, g_free);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);

  G_OBJECT_CLASS (yc_certificate_template_parent_class)->finalize (object);
}

static void
yc_certificate_template_class_init (YcCertificateTemplateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_certificate_template_finalize;
}

static void
yc_certificate_template_init (YcCertificateTemplate *self)
{
  self->blocks = g_ptr_array_new_with_free_func (block_free);
}

YcCertificateTemplate *
yc_certificate_template_new (JsonNode  *body,
                             GError   **error)
{
  g_autoptr (YcCertificateTemplate) self = NULL;
  JsonObject *object;

  g_return_val_if_fail (body != NULL, NULL);

  self = g_object_new (YC_TYPE_CERTIFICATE_TEMPLATE, NULL);
  object = yc_json_node_get_object (body);
  if (!read_head (self, object, error) || !read_blocks (self, object, error))
    return NULL;

  return g_steal_pointer (&self);
}

const char *
yc_certificate_template_get_id (YcCertificateTemplate *self)
{
  g_return_val_if_fail (YC_IS_CERTIFICATE_TEMPLATE (self), NULL);

  return self->id;
}

const char *
yc_certificate_template_get_kind (YcCertificateTemplate *self)
{
  g_return_val_if_fail (YC_IS_CERTIFICATE_TEMPLATE (self), NULL);

  return self->kind;
}

const char *
yc_certificate_template_get_title (YcCertificateTemplate *self)
{
  g_return_val_if_fail (YC_IS_CERTIFICATE_TEMPLATE (self), NULL);

  return self->title;
}

guint
yc_certificate_template_get_valid_months (YcCertificateTemplate *self)
{
  g_return_val_if_fail (YC_IS_CERTIFICATE_TEMPLATE (self), 0);

  return self->valid_months;
}

static void
list_block_paths (const YcTemplateBlock *block, GHashTable *paths)
{
  g_autofree char *prefix = NULL;

  if (block->text != NULL)
    yc_certificate_text_list_paths (block->text, "", paths);
  if (block->rows == NULL)
    return;

  prefix = g_strconcat (block->rows, "[].", NULL);
  for (guint i = 0; i < block->columns->len; i++)
    {
      const YcTemplateColumn *column = g_ptr_array_index (block->columns, i);

      yc_certificate_text_list_paths (column->value, prefix, paths);
    }
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

GStrv
yc_certificate_template_list_paths (YcCertificateTemplate *self)
{
  g_autoptr (GHashTable) paths = NULL;
  g_autoptr (GPtrArray) sorted = NULL;
  GHashTableIter iter;
  gpointer path;

  g_return_val_if_fail (YC_IS_CERTIFICATE_TEMPLATE (self), NULL);

  paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->blocks->len; i++)
    list_block_paths (g_ptr_array_index (self->blocks, i), paths);

  sorted = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, paths);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    g_ptr_array_add (sorted, g_strdup (path));
  g_ptr_array_sort (sorted, compare_paths);
  g_ptr_array_add (sorted, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&sorted), FALSE);
}

/* (element-type YcTemplateBlock): the blocks in their order. */
GPtrArray *
yc_certificate_template_get_blocks (YcCertificateTemplate *self)
{
  return self->blocks;
}

/* (nullable): whom the certificate is for. */
const char *
yc_certificate_template_get_addressee (YcCertificateTemplate *self)
{
  return self->addressee;
}
