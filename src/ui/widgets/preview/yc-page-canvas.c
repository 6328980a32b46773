/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a document, one under the other, to be put into a scrolled window. */
#include "yc-page-canvas-private.h"

#include "yc-page-keys.h"
#include "yc-page-layout.h"
#include "yc-page-marks.h"
#include "yc-page-paint.h"
#include "yc-page-pointer.h"
#include "yc-page-scroll.h"
#include "yc-page-textures.h"
#include "yc-page-travel.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SMALLEST_ZOOM 0.1
#define LARGEST_ZOOM 3.0
#define SMALLEST_SIDE 120 /* what is asked for at least */

/* Pages fly by when they could be seen for no longer than they take to be drawn, or nearly so: then
 * small pictures stand in for them, which are drawn ahead. */
#define FLYING 0.5
#define SMALL_AHEAD 40
#define SMALL_BEHIND 8

struct _YcPageCanvas
{
  GtkWidget parent_instance;

  YcDocument       *document;
  YcPageTextures   *textures;
  YcPageMiniatures *miniatures; /* NULL: pages are few */
  YcPageLayout     *layout;
  GtkAdjustment    *hadjustment;
  GtkAdjustment    *vadjustment;
  YcPageZoom        mode;
  double            zoom;
  double            wanted_zoom; /* in mode FIXED */
  guint             page;
  guint             report_id;

  YcPageTravel travel;
  gboolean     forward; /* which way it went last */
  guint        settle_id;

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
describe_page (YcPageCanvas *self)
{
  g_autofree char *label = NULL;

  /* Translators: name of the picture of a page for the screen reader */
  label = g_strdup_printf (_ ("Page %u of %u"), self->page + 1, get_n_pages (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
text_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcPageCanvas) self = user_data;
  g_autofree char *text = yc_document_load_text_finish (YC_DOCUMENT (object), result, NULL);

  if (text != NULL && self->document == YC_DOCUMENT (object))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    text, -1);
}

static gboolean
report_cb (gpointer user_data)
{
  YcPageCanvas *self = user_data;

  self->report_id = 0;
  if (self->document != NULL)
    {
      describe_page (self);
      yc_document_load_text_async (self->document, yc_page_canvas_get_page (self), NULL,
                                   text_loaded_cb, g_object_ref (self));
    }
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

/* What is on screen, from the first page to the last. */
static void
find_pages (YcPageCanvas *self, guint *first, guint *last)
{
  double top = gtk_adjustment_get_value (self->vadjustment);

  *first = yc_page_layout_find_page (self->layout, top);
  *last = yc_page_layout_find_page (self->layout,
                                    top + gtk_widget_get_height (GTK_WIDGET (self)));
}

static gboolean
is_drawn (YcPageCanvas *self, guint first, guint last)
{
  for (guint page = first; page <= last; page++)
    if (yc_page_textures_get (self->textures, page) == NULL &&
        !yc_page_textures_is_failed (self->textures, page))
      return FALSE;
  return TRUE;
}

/* Small pictures are drawn of where the reader will be when they are; at rest when all else is
 * done. */
static void
want_small (YcPageCanvas *self, guint first, guint last, double speed)
{
  guint lead = (guint) (ABS (speed) * yc_page_textures_get_delay (self->textures));
  guint from = self->forward ? MIN (first + lead, get_n_pages (self) - 1) : last - MIN (last, lead);

  if (self->miniatures != NULL && (speed != 0 || is_drawn (self, first, last)))
    yc_page_miniatures_want (self->miniatures, from, self->forward, SMALL_AHEAD, SMALL_BEHIND,
                             speed != 0);
}

static gboolean settle_cb (gpointer user_data);

/* What is wanted when nobody scrolls on. */
static void
settle_later (YcPageCanvas *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (YC_PAGE_TRAVEL_REST / 1000 + 10, settle_cb, self);
}

/* Has drawn what is on screen, and the neighbours, so that turning the page shows it at once. */
static void
look (YcPageCanvas *self)
{
  double speed = yc_page_travel_get_speed (&self->travel, g_get_monotonic_time ());
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  guint first, last;

  if (self->document == NULL || height <= 0)
    return;
  find_pages (self, &first, &last);
  if (self->miniatures != NULL &&
      ABS (speed) * yc_page_textures_get_delay (self->textures) > FLYING)
    {
      yc_page_textures_pause (self->textures);
      settle_later (self);
    }
  else
    {
      yc_page_textures_want (self->textures, first, last,
                             YC_PAGE_LAYOUT_SCALE * self->zoom * factor, self->forward);
      speed = 0;
    }
  want_small (self, first, last, speed);
  set_page (self, yc_page_layout_find_page (
                      self->layout, gtk_adjustment_get_value (self->vadjustment) + height / 3));
}

static gboolean
settle_cb (gpointer user_data)
{
  YcPageCanvas *self = user_data;

  self->settle_id = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
travel (YcPageCanvas *self)
{
  double top = gtk_adjustment_get_value (self->vadjustment);
  double place = get_n_pages (self) * top / yc_page_layout_get_height (self->layout);

  if (place != self->travel.place)
    self->forward = place > self->travel.place;
  yc_page_travel_move (&self->travel, place, g_get_monotonic_time ());
}

static void
scrolled_cb (YcPageCanvas *self, GtkAdjustment *adjustment)
{
  if (self->document != NULL && adjustment == self->vadjustment)
    travel (self);
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

/* The best there is of a page. */
static GdkTexture *
find_picture (YcPageCanvas *self, guint page)
{
  GdkTexture *texture = yc_page_textures_get (self->textures, page);

  if (texture != NULL || self->miniatures == NULL)
    return texture;
  return yc_page_miniatures_get (self->miniatures, page);
}

static void
draw_page (YcPageCanvas *self, GtkSnapshot *snapshot, guint page, const graphene_rect_t *area)
{
  GdkTexture *picture = find_picture (self, page);

  yc_page_paint_sheet (snapshot, area, picture);
  draw_selection (self, snapshot, page, area);
  if (self->search != NULL)
    yc_page_marks_draw_found (snapshot, self->document, page, area, self->search, self->current);
  if (yc_page_textures_is_failed (self->textures, page))
    yc_page_paint_failed (GTK_WIDGET (self), snapshot, area);
  else if (picture == NULL && self->miniatures != NULL)
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
changed_cb (YcPageCanvas *self, guint page)
{
  guint first, last;

  find_pages (self, &first, &last);
  if (page >= first && page <= last)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drawn_cb (YcPageCanvas *self, guint page)
{
  guint first, last;

  changed_cb (self, page);
  find_pages (self, &first, &last);
  if (self->settle_id == 0)
    want_small (self, first, last, 0);
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
  g_clear_handle_id (&self->settle_id, g_source_remove);
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
  if (self->textures != NULL)
    g_signal_handlers_disconnect_by_data (self->textures, self);
  g_clear_object (&self->textures);
  if (self->miniatures != NULL)
    g_signal_handlers_disconnect_by_data (self->miniatures, self);
  g_clear_object (&self->miniatures);
  g_clear_pointer (&self->layout, yc_page_layout_free);
  self->page = G_MAXUINT;
  self->forward = TRUE;
  self->travel = (YcPageTravel){ 0 };
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
  self->textures = yc_page_textures_new (document);
  self->selection = yc_page_selection_new (document);
  g_signal_connect_swapped (self->selection, "changed", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (self->textures, "changed", G_CALLBACK (drawn_cb), self);
  g_signal_connect_swapped (self->textures, "refused", G_CALLBACK (refused_cb), self);
  if (g_set_object (&self->miniatures, miniatures))
    g_signal_connect_swapped (miniatures, "changed", G_CALLBACK (changed_cb), self);
  scroll_to (self, 0);
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

  return self->textures != NULL ? yc_page_textures_get (self->textures, page) : NULL;
}

gboolean
yc_page_canvas_shows (YcPageCanvas *self, guint page)
{
  g_return_val_if_fail (YC_IS_PAGE_CANVAS (self), FALSE);

  return self->document != NULL && find_picture (self, page) != NULL;
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
