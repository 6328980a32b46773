/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of the user's role: the rail that names them, and the page of the one on screen. */
#include "yc-places-view.h"

#include "yc-place-rail.h"
#include "yc-places.h"

#include <glib/gi18n-lib.h>

struct _YcPlacesView
{
  AdwBin parent_instance;

  GtkWidget *rail;
  AdwBin    *foot;
  GtkStack  *pages;
};

typedef enum
{
  PROP_FOOT = 1,
  PROP_TITLE,
} YcPlacesViewProperty;

static GParamSpec *properties[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (YcPlacesView, yc_places_view, ADW_TYPE_BIN)

static void
clear (YcPlacesView *self)
{
  GtkWidget *child;

  yc_place_rail_clear (YC_PLACE_RAIL (self->rail));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, child);
}

static GtkWidget *
create_nowhere (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "yc-place-training-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing here for your role yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("Search works: Ctrl+K finds items, lists and answers."));

  return page;
}

static void
badge_cb (GtkWidget *page, GParamSpec *pspec, YcPlacesView *self)
{
  GtkStackPage *place = gtk_stack_get_page (self->pages, page);

  yc_place_rail_set_badge (YC_PLACE_RAIL (self->rail), gtk_stack_page_get_name (place),
                           yc_page_get_badge (YC_PAGE (page)));
}

static void
add_place (YcPlacesView *self, const YcPlace *place, YcDesk *desk)
{
  GtkWidget *page = g_object_new (place->get_type (), "desk", desk, NULL);

  gtk_stack_add_titled (self->pages, page, place->name, yc_place_get_title (place));
  yc_place_rail_add (YC_PLACE_RAIL (self->rail), place);
  g_signal_connect_object (page, "notify::badge", G_CALLBACK (badge_cb), self, 0);
  badge_cb (page, NULL, self);
}

static void
add_places (YcPlacesView *self, YcDesk *desk)
{
  YcRole role = yc_session_get_role (yc_desk_get_session (desk));
  gsize n;
  const YcPlace *places = yc_places_get_all (&n);

  for (gsize i = 0; i < n; i++)
    if ((places[i].roles & (1u << role)) != 0)
      add_place (self, &places[i], desk);

  if (yc_place_rail_get_name (YC_PLACE_RAIL (self->rail), 1) != NULL)
    yc_places_view_show_number (self, 1);
  else
    gtk_stack_add_named (self->pages, create_nowhere (), "nowhere");
}

static const char *
get_title (YcPlacesView *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  return page != NULL ? gtk_stack_page_get_title (gtk_stack_get_page (self->pages, page)) : NULL;
}

static void
chosen_cb (YcPlaceRail *rail, const char *name, YcPlacesView *self)
{
  yc_places_view_show (self, name);
}

static void
page_changed_cb (YcPlacesView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
yc_places_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  YcPlacesView *self = YC_PLACES_VIEW (object);

  switch ((YcPlacesViewProperty) id)
    {
    case PROP_FOOT:
      g_value_set_object (value, adw_bin_get_child (self->foot));
      break;
    case PROP_TITLE:
      g_value_set_string (value, get_title (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
yc_places_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((YcPlacesViewProperty) id)
    {
    case PROP_FOOT:
      adw_bin_set_child (YC_PLACES_VIEW (object)->foot, g_value_get_object (value));
      break;
    case PROP_TITLE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
yc_places_view_class_init (YcPlacesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yc_places_view_get_property;
  object_class->set_property = yc_places_view_set_property;

  /**
   * YcPlacesView:foot:
   *
   * What stands under the rail.
   */
  properties[PROP_FOOT] =
      g_param_spec_object ("foot", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * YcPlacesView:title:
   *
   * Translated title of the place on screen; %NULL when there is none.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/yc-places-view.ui");
  gtk_widget_class_bind_template_child (widget_class, YcPlacesView, rail);
  gtk_widget_class_bind_template_child (widget_class, YcPlacesView, foot);
  gtk_widget_class_bind_template_child (widget_class, YcPlacesView, pages);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
}

static void
yc_places_view_init (YcPlacesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_places_view_set_desk:
 * @self: the view
 * @desk: (nullable): a desk with somebody signed in, %NULL for no places at all
 *
 * Makes the pages of the user's role anew and shows the first.
 */
void
yc_places_view_set_desk (YcPlacesView *self, YcDesk *desk)
{
  g_return_if_fail (YC_IS_PLACES_VIEW (self));
  g_return_if_fail (desk == NULL || YC_IS_DESK (desk));

  clear (self);
  if (desk != NULL)
    add_places (self, desk);
}

/**
 * yc_places_view_show:
 * @self: the view
 * @name: name of a place; one that the role does not have is passed over
 */
void
yc_places_view_show (YcPlacesView *self, const char *name)
{
  GtkWidget *page;

  g_return_if_fail (YC_IS_PLACES_VIEW (self));

  page = yc_places_view_get_page (self, name);
  if (page == NULL)
    return;

  gtk_stack_set_visible_child (self->pages, page);
  yc_place_rail_press (YC_PLACE_RAIL (self->rail), name);
  yc_page_shown (YC_PAGE (page));
}

/**
 * yc_places_view_show_number:
 * @self: the view
 * @number: a place's number on the rail, from 1; one that is not there is passed over
 */
void
yc_places_view_show_number (YcPlacesView *self, guint number)
{
  const char *name;

  g_return_if_fail (YC_IS_PLACES_VIEW (self));

  name = yc_place_rail_get_name (YC_PLACE_RAIL (self->rail), number);
  if (name != NULL)
    yc_places_view_show (self, name);
}

/**
 * yc_places_view_get_place:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): name of the place on screen
 */
const char *
yc_places_view_get_place (YcPlacesView *self)
{
  g_return_val_if_fail (YC_IS_PLACES_VIEW (self), NULL);

  return gtk_stack_get_visible_child_name (self->pages);
}

/**
 * yc_places_view_get_page:
 * @self: the view
 * @name: name of a place
 *
 * Returns: (transfer none) (nullable): its page; %NULL when the role does not have it
 */
GtkWidget *
yc_places_view_get_page (YcPlacesView *self, const char *name)
{
  g_return_val_if_fail (YC_IS_PLACES_VIEW (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return gtk_stack_get_child_by_name (self->pages, name);
}

/**
 * yc_places_view_command:
 * @self: the view
 * @command: what the clerk asked for
 *
 * Returns: whether it has a meaning for the page on screen
 */
gboolean
yc_places_view_command (YcPlacesView *self, YcPageCommand command)
{
  GtkWidget *page;

  g_return_val_if_fail (YC_IS_PLACES_VIEW (self), FALSE);

  page = gtk_stack_get_visible_child (self->pages);

  return YC_IS_PAGE (page) && yc_page_command (YC_PAGE (page), command);
}
