/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways to change a certificate that is in force, for those who may. Nobody else sees them; who
 * took the case in is told by the service. */
#include "yc-change-bar.h"

#include "yc-change-sheet.h"
#include "yc-children.h"

#include <glib/gi18n-lib.h>

struct _YcChangeBar
{
  GtkWidget parent_instance;

  YcDesk *desk;
  YcIssuedCertificate *certificate;
  GtkWidget *buttons;
  GtkWidget *offline;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcChangeBar, yc_change_bar, GTK_TYPE_WIDGET)

/* Whether this person may do @action with the certificate, as far as the desk knows. */
static gboolean
allows (YcChangeBar *self, YcCertificateAction action)
{
  return self->certificate != NULL &&
         yc_certificate_state_allows (yc_issued_certificate_get_state (self->certificate), action,
                                      yc_session_get_role (yc_desk_get_session (self->desk)), FALSE,
                                      NULL);
}

static void
update (YcChangeBar *self)
{
  gboolean may = self->desk != NULL && allows (self, YC_CERTIFICATE_ACTION_VOID);
  gboolean online = self->desk != NULL && yc_line_get_online (yc_desk_get_line (self->desk));

  gtk_widget_set_visible (GTK_WIDGET (self), may);
  gtk_widget_set_sensitive (self->buttons, online);
  gtk_widget_set_visible (self->offline, !online);
}

static void
done_cb (GtkWidget *over, YcCertificateDetails *now)
{
  g_signal_emit (over, signals[SIGNAL_CHANGED], 0);
}

static void
present (YcChangeBar *self, YcCertificateAction action)
{
  if (allows (self, action))
    yc_change_sheet_present (GTK_WIDGET (self), self->desk, self->certificate, action, done_cb);
}

static void
reissue_cb (YcChangeBar *self)
{
  present (self, YC_CERTIFICATE_ACTION_REISSUE);
}

static void
replace_cb (YcChangeBar *self)
{
  present (self, YC_CERTIFICATE_ACTION_REPLACE);
}

static void
void_cb (YcChangeBar *self)
{
  present (self, YC_CERTIFICATE_ACTION_VOID);
}

static void
set_certificate (YcChangeBar *self, YcIssuedCertificate *certificate)
{
  if (self->certificate != NULL)
    g_signal_handlers_disconnect_by_data (self->certificate, self);
  g_set_object (&self->certificate, certificate);
  if (certificate != NULL)
    g_signal_connect_swapped (certificate, "notify::state", G_CALLBACK (update), self);
}

static void
yc_change_bar_dispose (GObject *object)
{
  YcChangeBar *self = YC_CHANGE_BAR (object);

  set_certificate (self, NULL);
  g_clear_object (&self->desk);
  yc_children_remove (GTK_WIDGET (self));

  G_OBJECT_CLASS (yc_change_bar_parent_class)->dispose (object);
}

static void
yc_change_bar_class_init (YcChangeBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_change_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_button (YcChangeBar *self, const char *label, GCallback callback, int column, int row)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_grid_attach (GTK_GRID (self->buttons), button, column, row, 1, 1);
}

/* The one that hurts stands by itself; side by side they would not fit a small screen. */
static GtkWidget *
create_buttons (YcChangeBar *self)
{
  self->buttons = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->buttons), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->buttons), 6);
  add_button (self, _ ("Re_issue…"), G_CALLBACK (reissue_cb), 0, 0);
  add_button (self, _ ("_Replace…"), G_CALLBACK (replace_cb), 1, 0);
  add_button (self, _ ("V_oid…"), G_CALLBACK (void_cb), 0, 1);
  return self->buttons;
}

static void
yc_change_bar_init (YcChangeBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_parent (create_buttons (self), GTK_WIDGET (self));
  self->offline = gtk_label_new (_ ("With the line down a certificate cannot be changed."));
  gtk_label_set_xalign (GTK_LABEL (self->offline), 0);
  gtk_label_set_wrap (GTK_LABEL (self->offline), TRUE);
  gtk_widget_add_css_class (self->offline, "field-title");
  gtk_widget_set_parent (self->offline, GTK_WIDGET (self));
  update (self);
}

GtkWidget *
yc_change_bar_new (void)
{
  return g_object_new (YC_TYPE_CHANGE_BAR, NULL);
}

void
yc_change_bar_set_desk (YcChangeBar *self, YcDesk *desk)
{
  g_return_if_fail (YC_IS_CHANGE_BAR (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (yc_desk_get_line (desk), "notify::online", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (yc_desk_get_session (desk), "notify::role", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

void
yc_change_bar_set_certificate (YcChangeBar *self, YcIssuedCertificate *certificate)
{
  g_return_if_fail (YC_IS_CHANGE_BAR (self));

  set_certificate (self, certificate);
  update (self);
}
