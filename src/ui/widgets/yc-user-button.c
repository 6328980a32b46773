/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who works here, and signing out. */
#include "yc-user-button.h"

#include "yc-words.h"

#include <glib/gi18n-lib.h>

struct _YcUserButton
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel      *name;
  GtkLabel      *role;
  GtkLabel      *place;
  YcDesk        *desk;
};

G_DEFINE_FINAL_TYPE (YcUserButton, yc_user_button, GTK_TYPE_WIDGET)

/* Where one works: by name once the catalog is here. */
static void
shown_cb (GtkPopover *popover, YcUserButton *self)
{
  if (self->desk != NULL)
    yc_user_button_show (self, self->desk);
}

static void
yc_user_button_dispose (GObject *object)
{
  g_clear_object (&YC_USER_BUTTON (object)->desk);
  g_clear_pointer ((GtkWidget **) &YC_USER_BUTTON (object)->button, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_user_button_parent_class)->dispose (object);
}

static void
yc_user_button_class_init (YcUserButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_user_button_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/yc-user-button.ui");
  gtk_widget_class_bind_template_child (widget_class, YcUserButton, button);
  gtk_widget_class_bind_template_child (widget_class, YcUserButton, name);
  gtk_widget_class_bind_template_child (widget_class, YcUserButton, role);
  gtk_widget_class_bind_template_child (widget_class, YcUserButton, place);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
yc_user_button_init (YcUserButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_user_button_new:
 *
 * Returns: a button that names nobody
 */
GtkWidget *
yc_user_button_new (void)
{
  return g_object_new (YC_TYPE_USER_BUTTON, NULL);
}

/**
 * yc_user_button_show:
 * @self: the button
 * @desk: a desk with somebody signed in
 *
 * Names who is signed in now, with role, place and counter.
 */
void
yc_user_button_show (YcUserButton *self, YcDesk *desk)
{
  YcSession *session;
  const char *code, *place, *counter, *name;
  g_autofree char *where = NULL;

  g_return_if_fail (YC_IS_USER_BUTTON (self));
  g_return_if_fail (YC_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  session = yc_desk_get_session (desk);
  code = yc_session_get_place (session);
  counter = yc_session_get_counter (session);
  name = yc_session_get_user_name (session);
  place = code != NULL ? yc_catalog_get_place_name (yc_desk_get_catalog (desk), code) : NULL;
  where = yc_words_join (place != NULL ? place : "", counter != NULL ? counter : "", NULL);

  gtk_menu_button_set_label (self->button, name != NULL ? name : "");
  gtk_label_set_text (self->name, name != NULL ? name : "");
  gtk_label_set_text (self->role, yc_role_get_title (yc_session_get_role (session)));
  gtk_label_set_text (self->place, where);
}
