/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file of a form: its first page in small, its name and its size; activated, it opens. */
#include "yc-attachment-tile.h"

#include "yc-attachment.h"
#include "yc-document.h"
#include "yc-error-words.h"
#include "yc-file-name.h"
#include "yc-file-type.h"

#include <glib/gi18n-lib.h>

/* Pixels. */
#define THUMBNAIL_SIZE 104
/* Characters. */
#define NAME_WIDTH 12

struct _YcAttachmentTile
{
  GtkWidget parent_instance;

  GtkWidget *overlay;
  GtkWidget *button;
  GtkStack *stack;
  GtkWidget *picture;
  GtkWidget *failed;
  GtkWidget *name;
  GtkWidget *size;
  GtkWidget *cross;

  YcAttachments *attachments;
  JsonNode *attachment;
  GCancellable *cancellable;
  char *trouble;
  gboolean removable;
  gboolean ready;
};

typedef enum
{
  PROP_READY = 1,
} YcAttachmentTileProperty;

enum
{
  OPENED,
  REMOVED,
  N_SIGNALS
};

static GParamSpec *properties[PROP_READY + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcAttachmentTile, yc_attachment_tile, GTK_TYPE_WIDGET)

static void
set_ready (YcAttachmentTile *self)
{
  self->ready = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
show_trouble (YcAttachmentTile *self,
              const GError     *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_free (self->trouble);
  self->trouble = g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_NOT_FOUND)
                      ? g_strdup (_ ("The file is neither here nor at the service."))
                      : yc_error_words_line (error);
  gtk_widget_set_tooltip_text (self->button, self->trouble);
  gtk_stack_set_visible_child (self->stack, self->failed);
  set_ready (self);
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (YcAttachmentTile) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPixels) pixels = yc_document_render_finish (YC_DOCUMENT (source), result, &error);
  g_autoptr (GdkTexture) texture = NULL;

  if (pixels == NULL)
    {
      show_trouble (self, error);
      return;
    }
  texture = gdk_memory_texture_new ((int) pixels->width, (int) pixels->height, GDK_MEMORY_DEFAULT,
                                    pixels->bytes, pixels->stride);
  gtk_image_set_from_paintable (GTK_IMAGE (self->picture), GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child (self->stack, self->picture);
  set_ready (self);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YcAttachmentTile) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcDocument) document = yc_document_load_finish (result, &error);
  double width, height, scale;

  if (document == NULL)
    {
      show_trouble (self, error);
      return;
    }
  yc_document_get_page_size (document, 0, &width, &height);
  scale = THUMBNAIL_SIZE / MAX (width, height);
  yc_document_render_async (document, 0, scale * gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                            YC_DOCUMENT_PRIORITY_SMALL, self->cancellable, drawn_cb,
                            g_object_ref (self));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YcAttachmentTile) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content =
      yc_attachments_load_finish (YC_ATTACHMENTS (source), result, &error);

  if (content != NULL)
    yc_document_load_async (content, YC_DOCUMENT_FOREIGN, self->cancellable, opened_cb,
                            g_object_ref (self));
  else
    show_trouble (self, error);
}

static void
clicked_cb (YcAttachmentTile *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static void
remove_cb (YcAttachmentTile *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                YcAttachmentTile      *self)
{
  if (!self->removable || (state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      (key != GDK_KEY_Delete && key != GDK_KEY_KP_Delete))
    return GDK_EVENT_PROPAGATE;
  remove_cb (self);
  return GDK_EVENT_STOP;
}

static void
yc_attachment_tile_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((YcAttachmentTileProperty) prop_id)
    {
    case PROP_READY:
      g_value_set_boolean (value, YC_ATTACHMENT_TILE (object)->ready);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_attachment_tile_dispose (GObject *object)
{
  YcAttachmentTile *self = YC_ATTACHMENT_TILE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->attachments);
  g_clear_pointer (&self->attachment, json_node_unref);
  g_clear_pointer (&self->trouble, g_free);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_attachment_tile_parent_class)->dispose (object);
}

static void
yc_attachment_tile_class_init (YcAttachmentTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yc_attachment_tile_get_property;
  object_class->dispose = yc_attachment_tile_dispose;
  gtk_widget_class_set_css_name (widget_class, "attachmenttile");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  properties[PROP_READY] = g_param_spec_boolean (
      "ready", NULL, NULL, FALSE,
      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[OPENED] = g_signal_new ("opened", YC_TYPE_ATTACHMENT_TILE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", YC_TYPE_ATTACHMENT_TILE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
create_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_WIDTH);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
create_stack (YcAttachmentTile *self)
{
  GtkWidget *loading = gtk_spinner_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->picture = gtk_image_new ();
  self->failed = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_spinner_set_spinning (GTK_SPINNER (loading), TRUE);
  gtk_widget_set_halign (loading, GTK_ALIGN_CENTER);
  gtk_image_set_pixel_size (GTK_IMAGE (self->picture), THUMBNAIL_SIZE);
  gtk_stack_add_child (self->stack, loading);
  gtk_stack_add_child (self->stack, self->picture);
  gtk_stack_add_child (self->stack, self->failed);
  gtk_widget_set_size_request (GTK_WIDGET (self->stack), THUMBNAIL_SIZE, THUMBNAIL_SIZE);
  gtk_widget_add_css_class (GTK_WIDGET (self->stack), "thumbnail");
  return GTK_WIDGET (self->stack);
}

static void
create_cross (YcAttachmentTile *self)
{
  self->cross = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_halign (self->cross, GTK_ALIGN_END);
  gtk_widget_set_valign (self->cross, GTK_ALIGN_START);
  /* The keyboard has the Delete key; Tab goes from file to file. */
  gtk_widget_set_focusable (self->cross, FALSE);
  gtk_widget_set_visible (self->cross, FALSE);
  gtk_widget_add_css_class (self->cross, "circular");
  gtk_widget_set_tooltip_text (self->cross, _ ("Take it out (Delete)"));
  g_signal_connect_swapped (self->cross, "clicked", G_CALLBACK (remove_cb), self);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->cross);
}

static void
yc_attachment_tile_init (YcAttachmentTile *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cancellable = g_cancellable_new ();
  self->overlay = gtk_overlay_new ();
  self->button = gtk_button_new ();
  self->name = create_label (NULL);
  self->size = create_label ("dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (self->size), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), create_stack (self));
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), self->size);
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->button);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  create_cross (self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
show_words (YcAttachmentTile *self)
{
  g_autofree char *name = yc_file_name_clean (yc_attachment_get_name (self->attachment));
  g_autofree char *size =
      g_format_size ((guint64) MAX (yc_attachment_get_size (self->attachment), 0));
  g_autofree char *below = g_strdup_printf (
      "%s · %s", yc_file_type_get_title (yc_attachment_get_type (self->attachment)), size);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", name, below);

  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->size), below);
  gtk_widget_set_tooltip_text (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Opens the file large"), -1);
}

GtkWidget *
yc_attachment_tile_new (YcAttachments *attachments,
                        JsonNode      *attachment)
{
  YcAttachmentTile *self = g_object_new (YC_TYPE_ATTACHMENT_TILE, NULL);

  self->attachments = g_object_ref (attachments);
  self->attachment = json_node_ref (attachment);
  show_words (self);
  yc_attachments_load_async (attachments, yc_attachment_get_id (attachment), self->cancellable,
                             loaded_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}

JsonNode *
yc_attachment_tile_get (YcAttachmentTile *self)
{
  g_return_val_if_fail (YC_IS_ATTACHMENT_TILE (self), NULL);

  return self->attachment;
}

void
yc_attachment_tile_set_removable (YcAttachmentTile *self,
                                  gboolean          removable)
{
  g_return_if_fail (YC_IS_ATTACHMENT_TILE (self));

  self->removable = removable;
  gtk_widget_set_visible (self->cross, removable);
}

gboolean
yc_attachment_tile_get_ready (YcAttachmentTile *self)
{
  g_return_val_if_fail (YC_IS_ATTACHMENT_TILE (self), FALSE);

  return self->ready;
}

const char *
yc_attachment_tile_get_trouble (YcAttachmentTile *self)
{
  g_return_val_if_fail (YC_IS_ATTACHMENT_TILE (self), NULL);

  return self->trouble;
}
