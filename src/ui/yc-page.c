/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place's page: what the window asks of it is to take the focus and carry out commands. */
#include "yc-page.h"

#include "yc-children.h"

typedef struct
{
  YcDesk *desk;
  guint   badge;
} YcPagePrivate;

enum
{
  PROP_DESK = 1,
  PROP_BADGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (YcPage, yc_page, GTK_TYPE_WIDGET)

static void
yc_page_real_shown (YcPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static gboolean
yc_page_real_command (YcPage *self, YcPageCommand command)
{
  return FALSE;
}

static void
yc_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DESK)
    g_value_set_object (value, yc_page_get_desk (YC_PAGE (object)));
  else if (id == PROP_BADGE)
    g_value_set_uint (value, yc_page_get_badge (YC_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
yc_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  YcPagePrivate *priv = yc_page_get_instance_private (YC_PAGE (object));

  if (id == PROP_DESK)
    priv->desk = g_value_dup_object (value);
  else if (id == PROP_BADGE)
    yc_page_set_badge (YC_PAGE (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
yc_page_dispose (GObject *object)
{
  YcPagePrivate *priv = yc_page_get_instance_private (YC_PAGE (object));

  yc_children_remove (GTK_WIDGET (object));
  g_clear_object (&priv->desk);

  G_OBJECT_CLASS (yc_page_parent_class)->dispose (object);
}

static void
yc_page_class_init (YcPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->shown = yc_page_real_shown;
  klass->command = yc_page_real_command;
  object_class->get_property = yc_page_get_property;
  object_class->set_property = yc_page_set_property;
  object_class->dispose = yc_page_dispose;

  /**
   * YcPage:desk:
   *
   * The #YcDesk that the page works with.
   */
  properties[PROP_DESK] =
      g_param_spec_object ("desk", NULL, NULL, YC_TYPE_DESK,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * YcPage:badge:
   *
   * How much waits here for the clerk, told where the place is named; 0 for nothing.
   */
  properties[PROP_BADGE] =
      g_param_spec_uint ("badge", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
yc_page_init (YcPage *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * yc_page_get_desk:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the desk it works with; %NULL while it goes away
 */
YcDesk *
yc_page_get_desk (YcPage *self)
{
  YcPagePrivate *priv = yc_page_get_instance_private (self);

  g_return_val_if_fail (YC_IS_PAGE (self), NULL);

  return priv->desk;
}

guint
yc_page_get_badge (YcPage *self)
{
  YcPagePrivate *priv = yc_page_get_instance_private (self);

  g_return_val_if_fail (YC_IS_PAGE (self), 0);

  return priv->badge;
}

/**
 * yc_page_set_badge:
 * @self: a page
 * @badge: how much waits here for the clerk, 0 for nothing
 */
void
yc_page_set_badge (YcPage *self, guint badge)
{
  YcPagePrivate *priv = yc_page_get_instance_private (self);

  g_return_if_fail (YC_IS_PAGE (self));

  if (priv->badge == badge)
    return;
  priv->badge = badge;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BADGE]);
}

/**
 * yc_page_shown:
 * @self: a page
 *
 * Tells the page that it came on screen, so that it puts the focus where work begins.
 */
void
yc_page_shown (YcPage *self)
{
  g_return_if_fail (YC_IS_PAGE (self));

  YC_PAGE_GET_CLASS (self)->shown (self);
}

/**
 * yc_page_command:
 * @self: a page
 * @command: what the clerk asked for
 *
 * Returns: whether the page has a meaning for @command
 */
gboolean
yc_page_command (YcPage *self, YcPageCommand command)
{
  g_return_val_if_fail (YC_IS_PAGE (self), FALSE);

  return YC_PAGE_GET_CLASS (self)->command (self, command);
}
