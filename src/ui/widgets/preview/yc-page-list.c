/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a document in small, to go to one. */
#include "yc-page-list.h"

#include <glib/gi18n-lib.h>

#define SIDE 120 /* the longer one of a picture, in pixels */

struct _YcPageList
{
  GtkWidget parent_instance;

  GtkWidget          *scroller;
  GtkListView        *list;
  GtkSingleSelection *selection;
  YcPageMiniatures   *miniatures; /* NULL: nothing is shown */
  gboolean            following;  /* the page is set by what is looked at */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcPageList, yc_page_list, GTK_TYPE_WIDGET)

static GtkPicture *
get_picture (GtkListItem *item)
{
  return GTK_PICTURE (gtk_widget_get_first_child (gtk_list_item_get_child (item)));
}

/* Rows are told by their pictures' names which page they show. */
static void
show_in_rows (YcPageList *self, guint page, GdkTexture *texture)
{
  g_autofree char *name = g_strdup_printf ("page-%u", page);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *box = gtk_widget_get_first_child (row);
      GtkWidget *picture = box != NULL ? gtk_widget_get_first_child (box) : NULL;

      if (picture != NULL && g_str_equal (gtk_widget_get_name (picture), name))
        gtk_picture_set_paintable (GTK_PICTURE (picture), GDK_PAINTABLE (texture));
    }
}

static void
drawn_cb (YcPageList *self, guint page)
{
  show_in_rows (self, page, yc_page_miniatures_get (self->miniatures, page));
}

static void
measure (YcPageList *self, guint page, double *width, double *height)
{
  double longest;

  yc_document_get_page_size (yc_page_miniatures_get_document (self->miniatures), page, width,
                             height);
  longest = MAX (*width, *height);
  *width *= SIDE / longest;
  *height *= SIDE / longest;
}

static void
setup_cb (YcPageList *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *picture = gtk_picture_new ();

  gtk_widget_set_halign (picture, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (picture, "page-small");
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (YcPageList *self, GtkListItem *item)
{
  guint page = gtk_list_item_get_position (item);
  GtkPicture *picture = get_picture (item);
  GtkWidget *label = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  GtkStringObject *number = gtk_list_item_get_item (item);
  g_autofree char *name = g_strdup_printf ("page-%u", page);
  /* Translators: a page in the list of pages */
  g_autofree char *words = g_strdup_printf (_ ("Page %s"), gtk_string_object_get_string (number));
  GdkTexture *texture = yc_page_list_get_texture (self, page);
  double width, height;

  measure (self, page, &width, &height);
  gtk_widget_set_size_request (GTK_WIDGET (picture), (int) width, (int) height);
  gtk_widget_set_name (GTK_WIDGET (picture), name);
  gtk_picture_set_paintable (picture, GDK_PAINTABLE (texture));
  gtk_picture_set_alternative_text (picture, words);
  gtk_label_set_text (GTK_LABEL (label), gtk_string_object_get_string (number));
  if (texture == NULL)
    yc_page_miniatures_want_page (self->miniatures, page);
}

/* Nobody waits for rows that were scrolled away. */
static void
unbind_cb (YcPageList *self, GtkListItem *item)
{
  if (self->miniatures != NULL)
    yc_page_miniatures_unwant_page (self->miniatures, gtk_list_item_get_position (item));
}

static void
selected_cb (YcPageList *self)
{
  guint page = gtk_single_selection_get_selected (self->selection);

  if (!self->following && page != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, page);
}

static void
yc_page_list_dispose (GObject *object)
{
  YcPageList *self = YC_PAGE_LIST (object);

  yc_page_list_set_miniatures (self, NULL);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_page_list_parent_class)->dispose (object);
}

static void
yc_page_list_finalize (GObject *object)
{
  YcPageList *self = YC_PAGE_LIST (object);

  g_object_unref (self->selection);

  G_OBJECT_CLASS (yc_page_list_parent_class)->finalize (object);
}

static void
yc_page_list_class_init (YcPageListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_page_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = yc_page_list_finalize;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "pagelist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
yc_page_list_init (YcPageList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  self->list = GTK_LIST_VIEW (
      gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("All pages in small"), -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
yc_page_list_new (void)
{
  return g_object_new (YC_TYPE_PAGE_LIST, NULL);
}

static GListModel *
list_numbers (YcDocument *document)
{
  GtkStringList *numbers = gtk_string_list_new (NULL);
  guint n = yc_document_get_n_pages (document);

  for (guint i = 0; i < n; i++)
    gtk_string_list_take (numbers, g_strdup_printf ("%u", i + 1));
  return G_LIST_MODEL (numbers);
}

void
yc_page_list_set_miniatures (YcPageList *self, YcPageMiniatures *miniatures)
{
  g_return_if_fail (YC_IS_PAGE_LIST (self));
  g_return_if_fail (miniatures == NULL || YC_IS_PAGE_MINIATURES (miniatures));

  if (self->miniatures == miniatures)
    return;
  self->following = TRUE;
  gtk_single_selection_set_model (self->selection, NULL);
  if (self->miniatures != NULL)
    g_signal_handlers_disconnect_by_data (self->miniatures, self);
  g_set_object (&self->miniatures, miniatures);
  if (miniatures != NULL)
    {
      g_autoptr (GListModel) numbers =
          list_numbers (yc_page_miniatures_get_document (miniatures));

      g_signal_connect_swapped (miniatures, "changed", G_CALLBACK (drawn_cb), self);
      gtk_single_selection_set_model (self->selection, numbers);
    }
  self->following = FALSE;
}

void
yc_page_list_set_page (YcPageList *self, guint page)
{
  g_return_if_fail (YC_IS_PAGE_LIST (self));

  if (page >= g_list_model_get_n_items (G_LIST_MODEL (self->selection)) ||
      gtk_single_selection_get_selected (self->selection) == page)
    return;
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, page);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", page);
  self->following = FALSE;
}

GdkTexture *
yc_page_list_get_texture (YcPageList *self, guint page)
{
  g_return_val_if_fail (YC_IS_PAGE_LIST (self), NULL);

  return self->miniatures != NULL ? yc_page_miniatures_get (self->miniatures, page) : NULL;
}
