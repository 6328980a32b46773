/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a document, one under the other, to be put into a scrolled window. */
#include "yc-page-canvas-private.h"

#include "yc-page-keys.h"
#include "yc-page-layout.h"
#include "yc-page-marks.h"
#include "yc-page-paint.h"
#include "yc-page-pointer.h"
#include "yc-page-scroll.h"
#include "yc-page-supply.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SMALLEST_ZOOM 0.1
#define LARGEST_ZOOM 3.0
#define SMALLEST_SIDE 120 /* what is asked for at least */

struct _YcPageCanvas
{
  GtkWidget parent_instance;

  YcDocument    *document;
  YcPageSupply  *supply;
  YcPageLayout  *layout;
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  YcPageZoom     mode;
  double         zoom;
  double         wanted_zoom; /* in mode FIXED */
  guint          page;
  guint          report_id;

  YcDocumentSearch *search;
  guint             current; /* of the places in it */
  YcPageSelection  *selection;
};

typedef enum
{
  PROP_PAGE = 1,
  PROP_ZOOM,
  N_OWN_PROPS,
  PROP_HADJUSTMENT = N_OWN_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} YcPageCanvasProperty;

enum
{
  SIGNAL_DRAWN,
  SIGNAL_REFUSED,
  N_SIGNALS
};

static GParamSpec *properties[N_OWN_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (YcPageCanvas, yc_page_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static guint
get_n_pages (YcPageCanvas *self)
{
  return self->document != NULL ? yc_document_get_n_pages (self->document) : 0;
}

static double
find_zoom (YcPageCanvas *self, double view_width, double view_height)
{
  double zoom;

  if (self->mode == YC_PAGE_ZOOM_FIXED)
    return self->wanted_zoom;
  zoom = yc_page_layout_fit_width (self->layout, view_width);
  if (self->mode == YC_PAGE_ZOOM_FIT_PAGE)
    zoom = MIN (zoom, yc_page_layout_fit_height (self->layout, view_height));
  return CLAMP (zoom, SMALLEST_ZOOM, LARGEST_ZOOM);
}

/* what is looked at */

static void
text_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcPageCanvas) self = user_data;
  g_autofree char *text = yc_document_load_text_finish (YC_DOCUMENT (object), result, NULL);

  if (text != NULL && self->document == YC_DOCUMENT (object))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    text, -1);
}

static void
describe_page (YcPageCanvas *self)
{
  g_autofree char *label = NULL;

  /* Translators: name of the picture of a page for the screen reader */
  label = g_strdup_printf (_ ("Page %u of %u"), yc_page_canvas_get_page (self) + 1,
                           get_n_pages (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  /* Nobody reads what flies by. */
  if (!yc_page_supply_is_flying (self->supply))
    yc_document_load_text_async (self->document, yc_page_canvas_get_page (self), NULL,
                                 text_loaded_cb, g_object_ref (self));
}

static gboolean
report_cb (gpointer user_data)
{
  YcPageCanvas *self = user_data;

  self->report_id = 0;
  if (self->document != NULL)
    describe_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
  return G_SOURCE_REMOVE;
}

/* Page and zoom change while sizes are handed out, when nobody may ask for other sizes: whoever
 * listens hears of it afterwards. */
static void
report_later (YcPageCanvas *self)
{
  if (self->report_id == 0)
    self->report_id = g_idle_add_full (G_PRIORITY_DEFAULT, report_cb, self, NULL);
}

static void
set_page (YcPageCanvas *self, guint page)
{
  if (self->page == page)
    return;
  self->page = page;
  report_later (self);
}

/* Has drawn what is on screen, and the neighbours, so that turning the page shows it at once. */
static void
look (YcPageCanvas *self)
{
  double top = gtk_adjustment_get_value (self->vadjustment);
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->document == NULL || height <= 0)
    return;
  yc_page_supply_look (self->supply, yc_page_layout_find_page (self->layout, top),
                       yc_page_layout_find_page (self->layout, top + height),
                       YC_PAGE_LAYOUT_SCALE * self->zoom * factor);
  set_page (self, yc_page_layout_find_page (self->layout, top + height / 3));
}

static void
scrolled_cb (YcPageCanvas *self, GtkAdjustment *adjustment)
{
  if (self->document != NULL && adjustment == self->vadjustment)
    yc_page_supply_travel (self->supply, gtk_adjustment_get_value (adjustment) *
                                             get_n_pages (self) /
                                             yc_page_layout_get_height (self->layout));
  look (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
scroll_to (YcPageCanvas *self, double y)
{
  gtk_adjustment_set_value (self->vadjustment, y);
}

static void
yc_page_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  YcPageCanvas *self = YC_PAGE_CANVAS (widget);
  double zoom;
  gboolean zooms;

  if (self->document == NULL)
    {
      yc_page_scroll_configure (self->hadjustment, width, width, -1);
      yc_page_scroll_configure (self->vadjustment, height, height, -1);
      return;
    }
  zoom = find_zoom (self, width, height);
  zooms = zoom != self->zoom || !yc_page_layout_is_placed (self->layout);
  self->zoom = zoom;
  yc_page_layout_place (self->layout, zoom, gtk_widget_get_scale_factor (widget));
  yc_page_scroll_configure (self->hadjustment, yc_page_layout_get_width (self->layout), width,
                            zooms ? yc_page_scroll_get_centre (self->hadjustment) : -1);
  yc_page_scroll_configure (self->vadjustment, yc_page_layout_get_height (self->layout), height,
                            zooms && gtk_adjustment_get_value (self->vadjustment) > 0
                                ? yc_page_scroll_get_centre (self->vadjustment)
                                : -1);
  look (self);
  if (zooms)
    report_later (self);
}

/* drawing */

static void
draw_selection (YcPageCanvas *self, GtkSnapshot *snapshot, guint page, const graphene_rect_t *area)
{
  const GdkRGBA colour = { 0.2f, 0.5f, 0.9f, 0.35f };
  g_autoptr (GArray) areas = yc_page_selection_list_areas (self->selection, page);

  if (areas != NULL)
    yc_page_marks_draw (snapshot, self->document, page, area, areas, &colour);
}

static void
draw_page (YcPageCanvas *self, GtkSnapshot *snapshot, guint page, const graphene_rect_t *area)
{
  GdkTexture *picture = yc_page_supply_get_picture (self->supply, page);

  yc_page_paint_sheet (GTK_WIDGET (self), snapshot, area, picture);
  draw_selection (self, snapshot, page, area);
  if (self->search != NULL)
    yc_page_marks_draw_found (snapshot, self->document, page, area, self->search, self->current);
  if (yc_page_supply_is_failed (self->supply, page))
    yc_page_paint_failed (GTK_WIDGET (self), snapshot, area);
  else if (picture == NULL && yc_page_supply_is_flying (self->supply))
    yc_page_paint_number (GTK_WIDGET (self), snapshot, area, page);
}

static void
yc_page_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YcPageCanvas *self = YC_PAGE_CANVAS (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  graphene_point_t origin;
  guint last;

  if (self->document == NULL || width <= 0 || height <= 0)
    return;
  origin.x = (float) -round (gtk_adjustment_get_value (self->hadjustment));
  origin.y = (float) -round (gtk_adjustment_get_value (self->vadjustment));
  last = yc_page_layout_find_page (self->layout, height - origin.y);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gtk_snapshot_translate (snapshot, &origin);
  for (guint page = yc_page_layout_find_page (self->layout, -origin.y); page <= last; page++)
    {
      graphene_rect_t area;

      yc_page_layout_get_area (self->layout, page, width, &area);
      draw_page (self, snapshot, page, &area);
    }
  gtk_snapshot_pop (snapshot);
}

static void
yc_page_canvas_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  *minimum = SMALLEST_SIDE;
  *natural = SMALLEST_SIDE;
}

static void
changed_cb (YcPageCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_DRAWN], 0);
}

static void
moved_cb (YcPageCanvas *self, guint page, const YcPageArea *area)
{
  yc_page_canvas_show_area (self, page, area);
}

static void
settled_cb (YcPageCanvas *self)
{
  describe_page (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
refused_cb (YcPageCanvas *self, const char *words)
{
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0, words);
}

/* life */

static void
set_adjustment (YcPageCanvas *self, GtkAdjustment **field, GtkAdjustment *adjustment)
{
  g_autoptr (GtkAdjustment) next = NULL;

  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  next = g_object_ref_sink (adjustment);
  if (*field != NULL)
    g_signal_handlers_disconnect_by_func (*field, scrolled_cb, self);
  g_set_object (field, next);
  g_signal_connect_swapped (next, "value-changed", G_CALLBACK (scrolled_cb), self);
}

static void
yc_page_canvas_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YcPageCanvas *self = YC_PAGE_CANVAS (object);

  switch ((YcPageCanvasProperty) prop_id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, yc_page_canvas_get_page (self));
      break;
    case PROP_ZOOM:
      g_value_set_double (value, yc_page_canvas_get_zoom (self));
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_NATURAL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_page_canvas_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  YcPageCanvas *self = YC_PAGE_CANVAS (object);

  switch ((YcPageCanvasProperty) prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      break;
    case PROP_PAGE:
    case PROP_ZOOM:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_page_canvas_dispose (GObject *object)
{
  YcPageCanvas *self = YC_PAGE_CANVAS (object);

  g_clear_handle_id (&self->report_id, g_source_remove);
  yc_page_canvas_set_document (self, NULL, NULL);
  if (self->hadjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->hadjustment, self);
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->vadjustment, self);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);

  G_OBJECT_CLASS (yc_page_canvas_parent_class)->dispose (object);
}

static void
yc_page_canvas_class_init (YcPageCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = yc_page_canvas_dispose;
  object_class->get_property = yc_page_canvas_get_property;
  object_class->set_property = yc_page_canvas_set_property;
  widget_class->measure = yc_page_canvas_measure;
  widget_class->size_allocate = yc_page_canvas_size_allocate;
  widget_class->snapshot = yc_page_canvas_snapshot;

  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ZOOM] =
      g_param_spec_double ("zoom", NULL, NULL, SMALLEST_ZOOM, LARGEST_ZOOM, 1, flags);
  g_object_class_install_properties (object_class, N_OWN_PROPS, properties);
  signals[SIGNAL_DRAWN] = g_signal_new ("drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  yc_page_keys_add (widget_class);
  yc_page_pointer_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "pagecanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
yc_page_canvas_init (YcPageCanvas *self)
{
  self->zoom = 1;
  self->wanted_zoom = 1;
  self->page = G_MAXUINT;
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  yc_page_pointer_add (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (gtk_widget_queue_resize), NULL);
}

GtkWidget *
yc_page_canvas_new (void)
{
  return g_object_new (YC_TYPE_PAGE_CANVAS, NULL);
}

static void
drop_document (YcPageCanvas *self)
{
  g_clear_object (&self->search);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  if (self->supply != NULL)
    g_signal_handlers_disconnect_by_data (self->supply, self);
  g_clear_object (&self->supply);
  g_clear_pointer (&self->layout, yc_page_layout_free);
  self->page = G_MAXUINT;
}

/* The room is likely what it was: the first page is drawn while sizes are still handed out. */
static void
begin (YcPageCanvas *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (width <= 0 || height <= 0)
    return;
  self->zoom = find_zoom (self, width, height);
  yc_page_layout_place (self->layout, self->zoom,
                        gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  look (self);
  report_later (self);
}

void
yc_page_canvas_set_document (YcPageCanvas *self, YcDocument *document, YcPageMiniatures *miniatures)
{
  g_return_if_fail (YC_IS_PAGE_CANVAS (self));
  g_return_if_fail (document == NULL || YC_IS_DOCUMENT (document));

  if (!g_set_object (&self->document, document))
    return;
  drop_document (self);
  if (document == NULL)
    return;
  self->layout = yc_page_layout_new (document);
  self->supply = yc_page_supply_new (document, miniatures);
  self->selection = yc_page_selection_new (document);
  g_signal_connect_swapped (self->selection, "changed", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (self->selection, "moved", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (self->supply, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->supply, "settled", G_CALLBACK (settled_cb), self);
  g_signal_connect_swapped (self->supply, "refused", G_CALLBACK (refused_cb), self);
  scroll_to (self, 0);
  begin (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
yc_page_canvas_set_zoom_mode (YcPageCanvas *self, YcPageZoom mode)
{
  g_return_if_fail (YC_IS_PAGE_CANVAS (self));

  self->mode = mode;
  /* The scrolled window takes part: bars come and go. */
  gtk_widget_queue_resize (GTK_WIDGET (self));
  report_later (self);
}

YcPageZoom
yc_page_canvas_get_zoom_mode (YcPageCanvas *self)
{
  g_return_val_if_fail (YC_IS_PAGE_CANVAS (self), YC_PAGE_ZOOM_FIT_WIDTH);

  return self->mode;
}

void
yc_page_canvas_set_zoom (YcPageCanvas *self, double zoom)
{
  g_return_if_fail (YC_IS_PAGE_CANVAS (self));

  self->wanted_zoom = CLAMP (zoom, SMALLEST_ZOOM, LARGEST_ZOOM);
  yc_page_canvas_set_zoom_mode (self, YC_PAGE_ZOOM_FIXED);
}

double
yc_page_canvas_get_zoom (YcPageCanvas *self)
{
  g_return_val_if_fail (YC_IS_PAGE_CANVAS (self), 1);

  return self->mode == YC_PAGE_ZOOM_FIXED ? self->wanted_zoom : self->zoom;
}

guint
yc_page_canvas_get_page (YcPageCanvas *self)
{
  g_return_val_if_fail (YC_IS_PAGE_CANVAS (self), 0);

  return self->page != G_MAXUINT ? self->page : 0;
}

void
yc_page_canvas_go_to_page (YcPageCanvas *self, guint page)
{
  g_return_if_fail (YC_IS_PAGE_CANVAS (self));

  if (page < get_n_pages (self))
    scroll_to (self, yc_page_layout_get_top (self->layout, page) - YC_PAGE_LAYOUT_MARGIN);
}

void
yc_page_canvas_set_search (YcPageCanvas *self, YcDocumentSearch *search, guint current)
{
  g_return_if_fail (YC_IS_PAGE_CANVAS (self));
  g_return_if_fail (search == NULL || YC_IS_DOCUMENT_SEARCH (search));

  g_set_object (&self->search, search);
  self->current = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
yc_page_canvas_show_area (YcPageCanvas *self, guint page, const YcPageArea *area)
{
  graphene_rect_t page_area, place;

  g_return_if_fail (YC_IS_PAGE_CANVAS (self));

  if (page >= get_n_pages (self) || !yc_page_layout_is_placed (self->layout))
    return;
  yc_page_layout_get_area (self->layout, page, gtk_widget_get_width (GTK_WIDGET (self)),
                           &page_area);
  place = yc_page_marks_place (self->document, page, &page_area, area);
  yc_page_scroll_show_span (self->hadjustment, place.origin.x, place.origin.x + place.size.width);
  yc_page_scroll_show_span (self->vadjustment, place.origin.y,
                            place.origin.y + place.size.height);
}

char *
yc_page_canvas_get_selected_text (YcPageCanvas *self)
{
  g_return_val_if_fail (YC_IS_PAGE_CANVAS (self), NULL);

  return self->selection != NULL ? yc_page_selection_copy (self->selection) : NULL;
}

GdkTexture *
yc_page_canvas_get_texture (YcPageCanvas *self, guint page)
{
  g_return_val_if_fail (YC_IS_PAGE_CANVAS (self), NULL);

  return self->supply != NULL ? yc_page_supply_get_texture (self->supply, page) : NULL;
}

gboolean
yc_page_canvas_shows (YcPageCanvas *self, guint page)
{
  g_return_val_if_fail (YC_IS_PAGE_CANVAS (self), FALSE);

  return self->supply != NULL && yc_page_supply_get_picture (self->supply, page) != NULL;
}

YcPageSelection *
yc_page_canvas_get_selection (YcPageCanvas *self)
{
  return self->selection;
}

guint
yc_page_canvas_find_point (YcPageCanvas *self, double *x, double *y)
{
  double down = *y + gtk_adjustment_get_value (self->vadjustment);
  guint page = yc_page_layout_find_page (self->layout, down);
  graphene_rect_t area;
  double width, height;

  yc_page_layout_get_area (self->layout, page, gtk_widget_get_width (GTK_WIDGET (self)), &area);
  yc_document_get_page_size (self->document, page, &width, &height);
  *x = (*x + gtk_adjustment_get_value (self->hadjustment) - area.origin.x) * width /
       area.size.width;
  *y = (down - area.origin.y) * height / area.size.height;
  return page;
}
