/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card over the window that must be answered first; the work beneath stays as it is.
 * It is part of the window, not a window of its own: the keyboard can't lose it behind another,
 * and it needs no window manager. */
#include "yc-sheet.h"

#include "yc-children.h"

#include <glib/gi18n-lib.h>

struct _YcSheet
{
  GtkWidget parent_instance;

  GtkWidget *card;
  GtkWidget *previous_focus;
  guint      regain;
  gboolean   closable;
};

struct _YcSheetHost
{
  GtkWidget parent_instance;

  GtkWidget *child;
  guint      n_sheets;
};

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcSheet, yc_sheet, GTK_TYPE_WIDGET)

static GtkBuildableIface *parent_buildable;

static void
yc_sheet_host_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child,
                         const char *type)
{
  if (GTK_IS_WIDGET (child))
    yc_sheet_host_set_child (YC_SHEET_HOST (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
yc_sheet_host_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = yc_sheet_host_add_child;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (YcSheetHost, yc_sheet_host, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      yc_sheet_host_buildable_init))

/* What is told at the foot stands above the page's keys, but below a sheet. */
static void
mark_covered (YcSheetHost *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent == NULL)
    return;
  if (self->n_sheets > 0)
    gtk_widget_add_css_class (parent, "covered");
  else
    gtk_widget_remove_css_class (parent, "covered");
}

static void
yc_sheet_host_update (YcSheetHost *self)
{
  mark_covered (self);
  if (self->child == NULL)
    return;

  gtk_widget_set_can_focus (self->child, self->n_sheets == 0);
  gtk_widget_set_can_target (self->child, self->n_sheets == 0);
}

static void
yc_sheet_host_dispose (GObject *object)
{
  YcSheetHost *self = YC_SHEET_HOST (object);

  self->child = NULL;
  yc_children_remove (GTK_WIDGET (self));

  G_OBJECT_CLASS (yc_sheet_host_parent_class)->dispose (object);
}

static void
yc_sheet_host_class_init (YcSheetHostClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_sheet_host_dispose;
  gtk_widget_class_set_css_name (widget_class, "sheethost");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
yc_sheet_host_init (YcSheetHost *self)
{
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                YcSheet *self)
{
  if (key != GDK_KEY_Escape || !self->closable)
    return GDK_EVENT_PROPAGATE;

  yc_sheet_close (self);

  return GDK_EVENT_STOP;
}

static gboolean
is_on_top (YcSheet *self)
{
  GtkWidget *host = gtk_widget_get_parent (GTK_WIDGET (self));

  return host != NULL && gtk_widget_get_last_child (host) == GTK_WIDGET (self);
}

static gboolean
has_lost_focus (YcSheet *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL && gtk_root_get_focus (root) == NULL && is_on_top (self);
}

static gboolean
regain_focus_cb (gpointer data)
{
  YcSheet *self = data;

  self->regain = 0;
  if (has_lost_focus (self) && !gtk_widget_child_focus (self->card, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* What had the focus may become insensitive or go while the sheet is up; Escape must still reach
 * it. Whoever takes the widget away may give the focus to another first. */
static void
focus_moved_cb (YcSheet *self)
{
  if (self->regain == 0 && has_lost_focus (self))
    self->regain = g_idle_add (regain_focus_cb, self);
}

static void
forget_previous_focus (YcSheet *self)
{
  if (self->previous_focus != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->previous_focus),
                                  (gpointer *) &self->previous_focus);
  self->previous_focus = NULL;
}

static void
yc_sheet_dispose (GObject *object)
{
  YcSheet *self = YC_SHEET (object);

  g_clear_handle_id (&self->regain, g_source_remove);
  forget_previous_focus (self);
  g_clear_pointer (&self->card, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_sheet_parent_class)->dispose (object);
}

/* Tab goes round within the card. */
static gboolean
yc_sheet_focus (GtkWidget *widget, GtkDirectionType direction)
{
  YcSheet *self = YC_SHEET (widget);

  if (gtk_widget_child_focus (self->card, direction))
    return TRUE;

  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    {
      gtk_widget_set_focus_child (widget, NULL);
      gtk_widget_set_focus_child (self->card, NULL);
      gtk_widget_child_focus (self->card, direction);
    }

  return TRUE;
}

static void
yc_sheet_class_init (YcSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_sheet_dispose;
  widget_class->focus = yc_sheet_focus;

  /**
   * YcSheet::closed:
   *
   * The sheet left the window.
   */
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
yc_sheet_init (YcSheet *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->closable = TRUE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->card, "sheet-card");
  gtk_widget_set_halign (self->card, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->card, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * yc_sheet_new:
 * @title: translated heading
 * @content: what stands under it
 *
 * Returns: (transfer floating): a sheet that is shown by yc_sheet_present()
 */
YcSheet *
yc_sheet_new (const char *title, GtkWidget *content)
{
  YcSheet *self = g_object_new (YC_TYPE_SHEET, NULL);
  GtkWidget *heading = gtk_label_new (title);

  g_return_val_if_fail (title != NULL, self);
  g_return_val_if_fail (GTK_IS_WIDGET (content), self);

  gtk_widget_add_css_class (heading, "title-2");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_box_append (GTK_BOX (self->card), heading);
  gtk_box_append (GTK_BOX (self->card), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_MODAL, TRUE, -1);

  return self;
}

/**
 * yc_sheet_set_closable:
 * @self: a sheet
 * @closable: whether Escape closes it
 */
void
yc_sheet_set_closable (YcSheet *self, gboolean closable)
{
  g_return_if_fail (YC_IS_SHEET (self));

  self->closable = closable;
}

/**
 * yc_sheet_present:
 * @self: a sheet that is not shown
 * @over: a widget within a #YcSheetHost, or the host's window
 *
 * Lays the sheet over the host and gives it the focus; closing gives the focus back.
 */
void
yc_sheet_present (YcSheet *self, GtkWidget *over)
{
  YcSheetHost *host;
  GtkWidget *focus;

  g_return_if_fail (YC_IS_SHEET (self));
  g_return_if_fail (GTK_IS_WIDGET (over));

  host = YC_SHEET_HOST (gtk_widget_get_ancestor (over, YC_TYPE_SHEET_HOST));
  g_return_if_fail (host != NULL);

  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (host)));
  if (focus != NULL)
    {
      self->previous_focus = focus;
      g_object_add_weak_pointer (G_OBJECT (focus), (gpointer *) &self->previous_focus);
    }

  host->n_sheets++;
  gtk_widget_set_parent (GTK_WIDGET (self), GTK_WIDGET (host));
  yc_sheet_host_update (host);
  g_signal_connect_object (gtk_widget_get_root (GTK_WIDGET (host)), "notify::focus-widget",
                           G_CALLBACK (focus_moved_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/**
 * yc_sheet_close:
 * @self: a sheet
 *
 * Takes the sheet away and gives the focus back. A sheet that is not shown stays so.
 */
void
yc_sheet_close (YcSheet *self)
{
  g_autoptr (YcSheet) keep = NULL;
  YcSheetHost *host;

  g_return_if_fail (YC_IS_SHEET (self));

  host = YC_SHEET_HOST (gtk_widget_get_ancestor (GTK_WIDGET (self), YC_TYPE_SHEET_HOST));
  if (host == NULL)
    return;

  keep = g_object_ref (self);
  host->n_sheets--;
  yc_sheet_host_update (host);
  gtk_widget_unparent (GTK_WIDGET (self));
  if (self->previous_focus != NULL && gtk_widget_get_mapped (self->previous_focus))
    gtk_widget_grab_focus (self->previous_focus);
  /* What had it may be gone: the keys reach a sheet only with the focus in it. */
  else if (host->n_sheets > 0)
    gtk_widget_child_focus (gtk_widget_get_last_child (GTK_WIDGET (host)), GTK_DIR_TAB_FORWARD);
  forget_previous_focus (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

/**
 * yc_sheet_host_new:
 *
 * Returns: an empty host; a window has one around everything else
 */
GtkWidget *
yc_sheet_host_new (void)
{
  return g_object_new (YC_TYPE_SHEET_HOST, NULL);
}

/**
 * yc_sheet_host_set_child:
 * @self: a host
 * @child: (nullable): what the sheets lie over
 */
void
yc_sheet_host_set_child (YcSheetHost *self, GtkWidget *child)
{
  g_return_if_fail (YC_IS_SHEET_HOST (self));

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_insert_after (child, GTK_WIDGET (self), NULL);
}

/**
 * yc_sheet_host_is_busy:
 * @self: a host
 *
 * Returns: whether a sheet waits for an answer
 */
gboolean
yc_sheet_host_is_busy (YcSheetHost *self)
{
  g_return_val_if_fail (YC_IS_SHEET_HOST (self), FALSE);

  return self->n_sheets > 0;
}

GtkWidget *
yc_sheet_host_get_top (YcSheetHost *self)
{
  GtkWidget *top;

  g_return_val_if_fail (YC_IS_SHEET_HOST (self), NULL);

  top = gtk_widget_get_last_child (GTK_WIDGET (self));
  if (self->n_sheets == 0 || !YC_IS_SHEET (top))
    return NULL;

  return gtk_widget_get_last_child (YC_SHEET (top)->card);
}
