/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate's template: its words, tables and conditions, checked once when it is read. */
#include "yc-certificate-template.h"
#include "yc-certificate-template-private.h"

#include <glib/gi18n-lib.h>

#include "yc-json.h"

#define MAX_BLOCKS 200
#define MAX_VALID_MONTHS 1200

struct _YcCertificateTemplate
{
  GObject    parent_instance;

  char      *id;
  YcTemplateUse use;
  char      *kind;
  char      *title;
  char      *addressee;
  guint      valid_months;
  YcTemplatePage page;
  GPtrArray *blocks;
  YcOverprint *overprint;
};

G_DEFINE_FINAL_TYPE (YcCertificateTemplate, yc_certificate_template, G_TYPE_OBJECT)

/* A sheet has one seal, one QR code and one footer, if any. */
static gboolean
check_single (YcCertificateTemplate *self, const YcTemplateBlock *block, GError **error)
{
  if (block->kind < YC_BLOCK_SEAL)
    return TRUE;
  if (block->kind == YC_BLOCK_QR && self->use == YC_TEMPLATE_NOTICE)
    return yc_template_fail (error, block->pointer, _("A notice has no QR code"));
  for (guint i = 0; i < self->blocks->len; i++)
    if (((YcTemplateBlock *) g_ptr_array_index (self->blocks, i))->kind == block->kind)
      return yc_template_fail (error, block->pointer, _("There is one like this already"));

  return TRUE;
}

static gboolean
read_block (YcCertificateTemplate *self, JsonNode *node, const char *pointer, gboolean is_old,
            GError **error)
{
  g_autoptr (YcTemplateBlock) block = is_old
                                          ? yc_template_block_read_paragraph (node, pointer, error)
                                          : yc_template_block_read (node, pointer, error);

  if (block == NULL || !check_single (self, block, error))
    return FALSE;
  g_ptr_array_add (self->blocks, g_steal_pointer (&block));

  return TRUE;
}

static gboolean
read_blocks (YcCertificateTemplate *self, JsonObject *object, GError **error)
{
  gboolean is_old = yc_json_get_member (object, "blocks") == NULL;
  const char *member = is_old ? "paragraphs" : "blocks";
  JsonArray *array = yc_json_get_array (object, member);
  guint length = array ? json_array_get_length (array) : 0;
  g_autofree char *place = g_strconcat ("/", member, NULL);

  if (length == 0 || length > MAX_BLOCKS)
    return yc_template_fail (error, place, _("A template needs 1 to 200 blocks"));

  for (guint i = 0; i < length; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("%s/%u", place, i);

      if (!read_block (self, json_array_get_element (array, i), pointer, is_old, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_use (YcCertificateTemplate *self, JsonObject *object, GError **error)
{
  const char *use = yc_json_get_string (object, "use", "certificate");

  if (!g_str_equal (use, "certificate") && !g_str_equal (use, "notice"))
    return yc_template_fail (error, "/use", _("A template’s use is certificate or notice"));
  self->use = g_str_equal (use, "notice") ? YC_TEMPLATE_NOTICE : YC_TEMPLATE_CERTIFICATE;

  return TRUE;
}

static gboolean
has_head (YcCertificateTemplate *self)
{
  return self->id != NULL && self->title != NULL && *self->title != '\0' &&
         (*self->kind != '\0' || self->use == YC_TEMPLATE_NOTICE);
}

static gboolean
read_head (YcCertificateTemplate *self, JsonObject *object, GError **error)
{
  gint64 months = yc_json_get_int (object, "valid_months", 0);

  self->id = g_strdup (yc_json_get_string (object, "id", NULL));
  self->kind = g_strdup (yc_json_get_string (object, "type", ""));
  self->title = g_strdup (yc_json_get_string (object, "title", NULL));
  self->addressee = g_strdup (yc_json_get_string (object, "addressee", NULL));
  if (!read_use (self, object, error))
    return FALSE;
  if (!has_head (self))
    return yc_template_fail (error, "", _("A template needs id, type and title"));
  if (!g_str_equal (yc_json_get_string (object, "paper", "A4"), "A4"))
    return yc_template_fail (error, "/paper", _("Another paper than A4 is told in the page"));
  if (months < 0 || months > MAX_VALID_MONTHS)
    return yc_template_fail (error, "/valid_months",
                             _("The months of validity must be 0 to 1200"));
  self->valid_months = (guint) months;

  return yc_template_page_read (&self->page, yc_json_get_member (object, "page"), error);
}

/* A form to print on, if there is one. */
static gboolean
read_overprint (YcCertificateTemplate *self, JsonObject *object, GError **error)
{
  JsonNode *overprint = yc_json_get_member (object, "overprint");

  if (overprint == NULL)
    return TRUE;
  self->overprint = yc_overprint_read (overprint, error);

  return self->overprint != NULL;
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
  g_clear_pointer (&self->overprint, yc_overprint_free);

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
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_template_block_free);
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
  if (!read_head (self, object, error) || !read_blocks (self, object, error) ||
      !read_overprint (self, object, error))
    return NULL;

  return g_steal_pointer (&self);
}

const char *
yc_certificate_template_get_id (YcCertificateTemplate *self)
{
  g_return_val_if_fail (YC_IS_CERTIFICATE_TEMPLATE (self), NULL);

  return self->id;
}

YcTemplateUse
yc_certificate_template_get_use (YcCertificateTemplate *self)
{
  g_return_val_if_fail (YC_IS_CERTIFICATE_TEMPLATE (self), YC_TEMPLATE_CERTIFICATE);

  return self->use;
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

gboolean
yc_certificate_template_get_has_overprint (YcCertificateTemplate *self)
{
  g_return_val_if_fail (YC_IS_CERTIFICATE_TEMPLATE (self), FALSE);

  return self->overprint != NULL;
}

static void
add_path_cb (const char *pointer, const char *rows, const char *path, gpointer user_data)
{
  if (path != NULL && rows == NULL)
    g_hash_table_add (user_data, g_strdup (path));
  else if (path != NULL && !g_str_equal (path, YC_ROW_INDEX))
    g_hash_table_add (user_data, g_strconcat (rows, "[].", path, NULL));
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
  yc_certificate_template_each_path (self, add_path_cb, paths);

  sorted = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, paths);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    g_ptr_array_add (sorted, g_strdup (path));
  g_ptr_array_sort (sorted, compare_paths);
  g_ptr_array_add (sorted, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&sorted), FALSE);
}

void
yc_certificate_template_each_path (YcCertificateTemplate *self,
                                   YcTemplatePathFunc     func,
                                   gpointer               user_data)
{
  g_return_if_fail (YC_IS_CERTIFICATE_TEMPLATE (self));
  g_return_if_fail (func != NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    yc_template_block_each_path (g_ptr_array_index (self->blocks, i), func, user_data);
  if (self->overprint != NULL)
    yc_overprint_each_path (self->overprint, func, user_data);
}

void
yc_certificate_template_each_rule (YcCertificateTemplate *self,
                                   YcTemplateRuleFunc     func,
                                   gpointer               user_data)
{
  g_return_if_fail (YC_IS_CERTIFICATE_TEMPLATE (self));
  g_return_if_fail (func != NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const YcTemplateBlock *block = g_ptr_array_index (self->blocks, i);
      g_autofree char *pointer = g_strconcat (block->pointer, "/when", NULL);

      if (block->when != NULL)
        func (pointer, block->when, user_data);
    }
  if (self->overprint != NULL)
    yc_overprint_each_rule (self->overprint, func, user_data);
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

/* Paper, margins and fonts. */
const YcTemplatePage *
yc_certificate_template_get_page (YcCertificateTemplate *self)
{
  return &self->page;
}

/* (nullable): the form that it can be printed on; there may be none. */
const YcOverprint *
yc_overprint_find (YcCertificateTemplate *self, GError **error)
{
  if (self->overprint == NULL)
    yc_template_fail (error, "/overprint", _("This certificate is printed on plain paper only"));

  return self->overprint;
}
