/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All files of a case, whatever fields they stand in; hidden while there are none. */
#include "yc-attachment-case.h"

#include "yc-attachment-list.h"
#include "yc-attachment-tiles.h"
#include "yc-json.h"

#include <glib/gi18n-lib.h>

struct _YcAttachmentCase
{
  GtkWidget parent_instance;

  GtkWidget *heading;
  GtkWidget *tiles;
  YcDesk *desk;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (YcAttachmentCase, yc_attachment_case, GTK_TYPE_WIDGET)

static JsonNode *
find_schema (YcAttachmentCase *self,
             YcCase           *a_case)
{
  YcCatalog *catalog = yc_desk_get_catalog (self->desk);
  YcItem *item = yc_catalog_get_item (catalog, yc_case_get_item_code (a_case));
  const char *form = item != NULL ? yc_item_get_form_id (item) : NULL;

  return form != NULL ? yc_json_get_member (yc_catalog_get_form (catalog, form), "schema") : NULL;
}

/* (transfer full): an array of all of them */
static JsonNode *
list_files (YcAttachmentCase *self,
            YcCase           *a_case)
{
  JsonNode *schema = find_schema (self, a_case);
  JsonNode *form = yc_json_get_member (yc_case_get_json (a_case), "form");
  g_autoptr (GPtrArray) places =
      schema != NULL ? yc_attachment_list_find (schema, form) : g_ptr_array_new ();
  JsonArray *files = json_array_new ();

  for (guint i = 0; i < places->len; i++)
    {
      YcAttachmentPlace *place = g_ptr_array_index (places, i);

      json_array_add_element (files, json_node_ref (place->node));
    }
  return yc_json_array_node (files);
}

static void
show_files (YcAttachmentCase *self,
            JsonNode         *files)
{
  YcAttachments *attachments = yc_desk_get_attachments (self->desk);

  g_clear_pointer (&self->tiles, gtk_widget_unparent);
  self->tiles = yc_attachment_tiles_new (attachments);
  gtk_widget_set_parent (self->tiles, GTK_WIDGET (self));
  yc_attachment_tiles_set_value (YC_ATTACHMENT_TILES (self->tiles), files);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          yc_attachment_tiles_get_n (YC_ATTACHMENT_TILES (self->tiles)) > 0);
}

/* Without the case there is nothing to say: the page says what is the matter with the line. */
static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YcAttachmentCase) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCase) a_case = yc_desk_load_case_finish (YC_DESK (source), result, &error);
  g_autoptr (JsonNode) files = NULL;

  if (a_case == NULL || self->heading == NULL)
    return;
  files = list_files (self, a_case);
  show_files (self, files);
}

static void
yc_attachment_case_dispose (GObject *object)
{
  YcAttachmentCase *self = YC_ATTACHMENT_CASE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->tiles, gtk_widget_unparent);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (yc_attachment_case_parent_class)->dispose (object);
}

static void
yc_attachment_case_class_init (YcAttachmentCaseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_attachment_case_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
yc_attachment_case_init (YcAttachmentCase *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->heading = gtk_label_new (_ ("Attached files"));
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_add_css_class (self->heading, "section-title");
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
yc_attachment_case_new (void)
{
  return g_object_new (YC_TYPE_ATTACHMENT_CASE, NULL);
}

void
yc_attachment_case_set_case (YcAttachmentCase *self,
                             YcDesk           *desk,
                             const char       *case_id)
{
  g_return_if_fail (YC_IS_ATTACHMENT_CASE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_set_object (&self->desk, desk);
  if (case_id == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  yc_desk_load_case_async (desk, case_id, self->cancellable, loaded_cb, g_object_ref (self));
}
