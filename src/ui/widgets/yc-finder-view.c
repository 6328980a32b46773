/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search entry with its hits under it, worked by the keyboard alone. */
#include "yc-finder-view.h"

#include "yc-hit-row.h"
#include "yc-text-limit.h"
#include "yc-workplace.h"

#include <glib/gi18n-lib.h>

/* What fits under the entry without scrolling; nobody reads further at the counter. */
#define MAX_HITS 9
#define MAX_LENGTH 200

struct _YcFinderView
{
  GtkWidget parent_instance;

  GtkWidget  *box;
  GtkEntry   *entry;
  GtkWidget  *hits;
  GtkWidget  *nothing;
  GtkLabel   *refusal;
  YcFinder   *finder;
  YcCatalog  *catalog;
  GListModel *suggestions;
};

enum
{
  PROP_PLACEHOLDER = 1,
  PROP_LABEL,
  N_PROPS
};

enum
{
  CHOSEN,
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void yc_finder_view_workplace_init (YcWorkplaceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcFinderView, yc_finder_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (YC_TYPE_WORKPLACE,
                                                      yc_finder_view_workplace_init))

static GtkWidget *
create_row_cb (gpointer item, gpointer user_data)
{
  YcFinderView *self = user_data;

  return yc_hit_row_new (item, self->catalog);
}

/* Nothing is chosen among suggestions until the clerk goes down to them. */
static void
show_hits (YcFinderView *self, GListModel *hits, gboolean found)
{
  GtkListBox *list = GTK_LIST_BOX (self->hits);

  gtk_list_box_bind_model (list, hits, create_row_cb, self, NULL);
  gtk_list_box_select_row (list, found ? gtk_list_box_get_row_at_index (list, 0) : NULL);
  gtk_widget_set_visible (self->hits, hits != NULL && g_list_model_get_n_items (hits) > 0);
}

static void
find (YcFinderView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GListModel) hits = NULL;

  if (self->finder == NULL)
    return;

  if (*text == '\0')
    {
      show_hits (self, self->suggestions, FALSE);
      gtk_widget_set_visible (self->nothing, FALSE);
      return;
    }

  hits = yc_finder_find (self->finder, text, MAX_HITS);
  show_hits (self, hits, TRUE);
  gtk_widget_set_visible (self->nothing, g_list_model_get_n_items (hits) == 0);
}

static void
changed_cb (GtkEditable *editable, YcFinderView *self)
{
  find (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
choose (YcFinderView *self, GtkListBoxRow *row)
{
  g_autoptr (YcHit) hit = g_object_ref (yc_hit_row_get_hit (YC_HIT_ROW (row)));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_signal_emit (self, signals[CHOSEN], 0, hit);
}

static void
activate_cb (GtkEntry *entry, YcFinderView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->hits));

  if (row != NULL)
    choose (self, row);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, YcFinderView *self)
{
  choose (self, row);
}

/* The cursor stays in the entry; up and down only move the choice. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                YcFinderView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->hits));
  int step = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      return GDK_EVENT_STOP;
    }
  if (step == 0 || !gtk_widget_get_visible (self->hits) || (row == NULL && step < 0))
    return GDK_EVENT_PROPAGATE;

  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->hits),
                                       row != NULL ? gtk_list_box_row_get_index (row) + step : 0);
  if (row != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->hits), row);

  return GDK_EVENT_STOP;
}

static gboolean
yc_finder_view_begin (YcWorkplace *workplace)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YC_FINDER_VIEW (workplace)->entry));
}

static void
yc_finder_view_workplace_init (YcWorkplaceInterface *iface)
{
  iface->begin = yc_finder_view_begin;
}

static void
yc_finder_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  YcFinderView *self = YC_FINDER_VIEW (object);

  switch (id)
    {
    case PROP_PLACEHOLDER:
      gtk_entry_set_placeholder_text (self->entry, g_value_get_string (value));
      break;
    case PROP_LABEL:
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
yc_finder_view_dispose (GObject *object)
{
  YcFinderView *self = YC_FINDER_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->finder);
  g_clear_object (&self->catalog);
  g_clear_object (&self->suggestions);

  G_OBJECT_CLASS (yc_finder_view_parent_class)->dispose (object);
}

static void
yc_finder_view_class_init (YcFinderViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = yc_finder_view_set_property;
  object_class->dispose = yc_finder_view_dispose;

  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * YcFinderView::chosen:
   * @hit: the #YcHit
   *
   * The clerk chose a hit; the entry is empty again.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, YC_TYPE_HIT);
  /**
   * YcFinderView::changed:
   *
   * The text of the entry changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "finder");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/yc-finder-view.ui");
  gtk_widget_class_bind_template_child (widget_class, YcFinderView, box);
  gtk_widget_class_bind_template_child (widget_class, YcFinderView, entry);
  gtk_widget_class_bind_template_child (widget_class, YcFinderView, hits);
  gtk_widget_class_bind_template_child (widget_class, YcFinderView, nothing);
  gtk_widget_class_bind_template_child (widget_class, YcFinderView, refusal);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
yc_finder_view_init (YcFinderView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  yc_text_limit_show_in (yc_text_limit_attach (GTK_WIDGET (self->entry), MAX_LENGTH, 0),
                         self->refusal);
}

/**
 * yc_finder_view_new:
 *
 * Returns: an entry without a source
 */
GtkWidget *
yc_finder_view_new (void)
{
  return g_object_new (YC_TYPE_FINDER_VIEW, NULL);
}

/**
 * yc_finder_view_set_source:
 * @self: the view
 * @finder: finds what is typed
 * @catalog: tells more about each hit
 */
void
yc_finder_view_set_source (YcFinderView *self, YcFinder *finder, YcCatalog *catalog)
{
  g_return_if_fail (YC_IS_FINDER_VIEW (self));
  g_return_if_fail (YC_IS_FINDER (finder));
  g_return_if_fail (YC_IS_CATALOG (catalog));

  g_set_object (&self->finder, finder);
  g_set_object (&self->catalog, catalog);
  find (self);
}

/**
 * yc_finder_view_set_suggestions:
 * @self: the view
 * @suggestions: (nullable): a list of #YcHit to offer while nothing is typed
 */
void
yc_finder_view_set_suggestions (YcFinderView *self, GListModel *suggestions)
{
  g_return_if_fail (YC_IS_FINDER_VIEW (self));
  g_return_if_fail (suggestions == NULL || G_IS_LIST_MODEL (suggestions));

  if (g_set_object (&self->suggestions, suggestions))
    find (self);
}

/**
 * yc_finder_view_get_text:
 * @self: the view
 *
 * Returns: (transfer none): what is typed, without what an input method still composes
 */
const char *
yc_finder_view_get_text (YcFinderView *self)
{
  g_return_val_if_fail (YC_IS_FINDER_VIEW (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * yc_finder_view_set_text:
 * @self: the view
 * @text: (nullable): what to look for
 */
void
yc_finder_view_set_text (YcFinderView *self, const char *text)
{
  g_return_if_fail (YC_IS_FINDER_VIEW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
}
