/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of one field, side by side. What stays the same stays on the screen as it is. */
#include "yc-attachment-tiles.h"

#include "yc-attachment-viewer.h"
#include "yc-form-wrap.h"
#include "yc-json.h"

struct _YcAttachmentTiles
{
  GtkWidget parent_instance;

  YcAttachments *attachments;
  GPtrArray *tiles;
  gboolean removable;
};

enum
{
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcAttachmentTiles, yc_attachment_tiles, GTK_TYPE_WIDGET)

static void
removed_cb (YcAttachmentTile  *tile,
            YcAttachmentTiles *self)
{
  guint index;

  if (g_ptr_array_find (self->tiles, tile, &index))
    g_signal_emit (self, signals[REMOVED], 0, index);
}

static void
opened_cb (YcAttachmentTile  *tile,
           YcAttachmentTiles *self)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  guint index = 0;

  g_ptr_array_find (self->tiles, tile, &index);
  for (guint i = 0; i < self->tiles->len; i++)
    g_ptr_array_add (all, yc_attachment_tile_get (g_ptr_array_index (self->tiles, i)));
  yc_attachment_viewer_present (GTK_WIDGET (self), self->attachments, all, index);
}

static void
yc_attachment_tiles_dispose (GObject *object)
{
  YcAttachmentTiles *self = YC_ATTACHMENT_TILES (object);

  g_clear_pointer (&self->tiles, g_ptr_array_unref);
  g_clear_object (&self->attachments);

  G_OBJECT_CLASS (yc_attachment_tiles_parent_class)->dispose (object);
}

static void
yc_attachment_tiles_class_init (YcAttachmentTilesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_attachment_tiles_dispose;
  gtk_widget_class_set_css_name (widget_class, "attachmenttiles");
  signals[REMOVED] = g_signal_new ("removed", YC_TYPE_ATTACHMENT_TILES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
yc_attachment_tiles_init (YcAttachmentTiles *self)
{
  self->tiles = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), yc_form_wrap_new (0));
}

GtkWidget *
yc_attachment_tiles_new (YcAttachments *attachments)
{
  YcAttachmentTiles *self = g_object_new (YC_TYPE_ATTACHMENT_TILES, NULL);

  self->attachments = g_object_ref (attachments);
  return GTK_WIDGET (self);
}

static GtkWidget *
create_tile (YcAttachmentTiles *self,
             JsonNode          *attachment)
{
  GtkWidget *tile = yc_attachment_tile_new (self->attachments, attachment);

  yc_attachment_tile_set_removable (YC_ATTACHMENT_TILE (tile), self->removable);
  g_signal_connect_object (tile, "removed", G_CALLBACK (removed_cb), self, 0);
  g_signal_connect_object (tile, "opened", G_CALLBACK (opened_cb), self, 0);
  return tile;
}

static void
set_nth (YcAttachmentTiles *self,
         guint              index,
         JsonNode          *attachment)
{
  GtkWidget *before = index > 0 ? g_ptr_array_index (self->tiles, index - 1) : NULL;
  GtkWidget *tile;

  /* What was taken out makes the next ones move up. */
  while (index < self->tiles->len &&
         !yc_json_equal (yc_attachment_tile_get (g_ptr_array_index (self->tiles, index)),
                         attachment))
    g_ptr_array_remove_index (self->tiles, index);
  if (index < self->tiles->len)
    return;
  tile = create_tile (self, attachment);
  gtk_widget_insert_after (tile, GTK_WIDGET (self), before);
  g_ptr_array_add (self->tiles, tile);
}

void
yc_attachment_tiles_set_value (YcAttachmentTiles *self,
                               JsonNode          *value)
{
  JsonArray *array = yc_json_node_get_array (value);
  guint n = array != NULL ? json_array_get_length (array) : 0;

  g_return_if_fail (YC_IS_ATTACHMENT_TILES (self));

  for (guint i = 0; i < n; i++)
    set_nth (self, i, json_array_get_element (array, i));
  if (yc_json_node_get_object (value) != NULL)
    set_nth (self, n++, value);
  g_ptr_array_set_size (self->tiles, (int) n);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

void
yc_attachment_tiles_set_removable (YcAttachmentTiles *self,
                                   gboolean           removable)
{
  g_return_if_fail (YC_IS_ATTACHMENT_TILES (self));

  self->removable = removable;
  for (guint i = 0; i < self->tiles->len; i++)
    yc_attachment_tile_set_removable (g_ptr_array_index (self->tiles, i), removable);
}

guint
yc_attachment_tiles_get_n (YcAttachmentTiles *self)
{
  g_return_val_if_fail (YC_IS_ATTACHMENT_TILES (self), 0);

  return self->tiles->len;
}
