/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF document on screen: its pages, zoom and page keys, and what is shown when there is none. */
#include "yc-preview-view.h"

#include "yc-children.h"
#include "yc-desk-trust.h"
#include "yc-page-canvas.h"
#include "yc-page-list.h"
#include "yc-page-number.h"
#include "yc-page-search.h"
#include "yc-seal-line.h"
#include "yc-zoom-bar.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* What is there sooner is not announced, in milliseconds: it would only flicker. */
#define LOADING_AFTER_MS 120

struct _YcPreviewView
{
  GtkWidget parent_instance;

  GtkWidget       *toolbar;
  YcZoomBar       *zoom_bar;
  GtkWidget       *pager;
  YcPageNumber    *page_number;
  GtkToggleButton *show_list;
  YcPageList      *page_list;
  YcPageSearch    *page_search;
  YcSealLine      *seal_line;
  GtkStack        *stack;
  GtkWidget       *loading;
  AdwStatusPage   *empty;
  AdwStatusPage   *failed;
  YcPageCanvas    *canvas;

  YcDocument       *document;
  YcPageMiniatures *miniatures; /* NULL without a document of several pages */
  GBytes           *pdf;
  GCancellable     *cancellable;
  YcTrust          *trust;
  gboolean          shows_seal;
  guint             loading_id;
};

typedef enum
{
  PROP_DOCUMENT = 1,
  N_PROPS
} YcPreviewViewProperty;

enum
{
  SIGNAL_RETRY,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcPreviewView, yc_preview_view, GTK_TYPE_WIDGET)

/* Small pictures are drawn for whoever looks at them, and a document of one page has none. */
static void
show_list_cb (YcPreviewView *self)
{
  gboolean shown = gtk_toggle_button_get_active (self->show_list) && self->miniatures != NULL;

  yc_page_list_set_miniatures (self->page_list, shown ? self->miniatures : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->page_list), shown);
  yc_page_list_set_page (self->page_list, yc_page_canvas_get_page (self->canvas));
}

static void
chosen_cb (YcPreviewView *self, guint page)
{
  yc_page_canvas_go_to_page (self->canvas, page);
}

static void
show_page (YcPreviewView *self)
{
  guint n_pages = self->document != NULL ? yc_document_get_n_pages (self->document) : 0;

  yc_page_number_set (self->page_number, yc_page_canvas_get_page (self->canvas), n_pages);
  gtk_widget_set_visible (self->pager, n_pages > 1);
  yc_page_list_set_page (self->page_list, yc_page_canvas_get_page (self->canvas));
}

static void
zoom_in_cb (YcPreviewView *self)
{
  yc_zoom_bar_zoom_in (self->zoom_bar);
}

static void
zoom_out_cb (YcPreviewView *self)
{
  yc_zoom_bar_zoom_out (self->zoom_bar);
}

static void
full_size_cb (YcPreviewView *self)
{
  yc_zoom_bar_full_size (self->zoom_bar);
}

static void
focus_canvas (YcPreviewView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
number_cb (YcPreviewView *self)
{
  if (gtk_widget_get_visible (self->pager))
    yc_page_number_type (self->page_number, NULL);
}

/* Digits on the pages begin the number of another one: nothing else is typed there. */
static gboolean
typed_cb (YcPreviewView *self, guint key, guint code, GdkModifierType state)
{
  const char digit[] = { (char) gdk_keyval_to_unicode (key), '\0' };
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  if (held != 0 || gdk_keyval_to_unicode (key) > 127 || !g_ascii_isdigit (digit[0]) ||
      !gtk_widget_get_visible (self->pager))
    return GDK_EVENT_PROPAGATE;
  yc_page_number_type (self->page_number, digit);
  return GDK_EVENT_STOP;
}

static void
previous_page_cb (YcPreviewView *self)
{
  guint page = yc_page_canvas_get_page (self->canvas);

  yc_page_canvas_go_to_page (self->canvas, page > 0 ? page - 1 : 0);
}

static void
next_page_cb (YcPreviewView *self)
{
  yc_page_canvas_go_to_page (self->canvas, yc_page_canvas_get_page (self->canvas) + 1);
}

static void
find_cb (YcPreviewView *self)
{
  yc_page_search_open (self->page_search, yc_page_canvas_get_page (self->canvas));
}

static void
found_cb (YcPreviewView *self)
{
  yc_page_canvas_set_search (self->canvas, yc_page_search_get_search (self->page_search),
                             yc_page_search_get_current (self->page_search));
}

static void
moved_cb (YcPreviewView *self)
{
  YcDocumentSearch *search = yc_page_search_get_search (self->page_search);
  guint current = yc_page_search_get_current (self->page_search);
  GArray *areas = yc_document_search_get_areas (search, current);

  if (areas->len > 0)
    yc_page_canvas_show_area (self->canvas, yc_document_search_get_page (search, current),
                              &g_array_index (areas, YcPageArea, 0));
}

static void
search_closed_cb (YcPreviewView *self)
{
  yc_page_canvas_set_search (self->canvas, NULL, 0);
  focus_canvas (self);
}

static void
retry_cb (YcPreviewView *self)
{
  g_signal_emit (self, signals[SIGNAL_RETRY], 0);
}

static gboolean
scroll_cb (YcPreviewView *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return GDK_EVENT_PROPAGATE;
  if (dy < 0)
    yc_zoom_bar_zoom_in (self->zoom_bar);
  else
    yc_zoom_bar_zoom_out (self->zoom_bar);
  return GDK_EVENT_STOP;
}

static void
show_state (YcPreviewView *self, const char *name)
{
  g_clear_handle_id (&self->loading_id, g_source_remove);
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->toolbar, g_str_equal (name, "pages"));
}

static gboolean
loading_cb (gpointer user_data)
{
  YcPreviewView *self = user_data;

  self->loading_id = 0;
  if (self->document != NULL)
    {
      show_state (self, "pages");
      return G_SOURCE_REMOVE;
    }
  gtk_widget_set_visible (self->loading, TRUE);
  gtk_widget_set_visible (self->toolbar, FALSE);
  return G_SOURCE_REMOVE;
}

/* Nothing moves before it is known that it takes a while. */
static void
show_loading (YcPreviewView *self)
{
  gboolean has_toolbar = gtk_widget_get_visible (self->toolbar);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "loading"))
    return;
  show_state (self, "loading");
  gtk_widget_set_visible (self->loading, FALSE);
  gtk_widget_set_visible (self->toolbar, has_toolbar);
  self->loading_id = g_timeout_add (LOADING_AFTER_MS, loading_cb, self);
}

/* Empty paper is not shown first, unless it takes a while. */
static void
drawn_cb (YcPreviewView *self)
{
  if (self->loading_id != 0 && self->document != NULL)
    show_state (self, "pages");
}

static void
check_seal (YcPreviewView *self)
{
  gboolean there_is_one = self->shows_seal && self->document != NULL;

  yc_seal_line_check (self->seal_line,
                      there_is_one ? yc_document_get_bytes (self->document) : NULL, self->trust);
}

static void
drop_miniatures (YcPreviewView *self)
{
  if (self->miniatures != NULL)
    yc_page_miniatures_stop (self->miniatures);
  g_clear_object (&self->miniatures);
}

static void
take_document (YcPreviewView *self, YcDocument *document)
{
  if (!g_set_object (&self->document, document))
    return;
  drop_miniatures (self);
  if (document != NULL && yc_document_get_n_pages (document) > 1)
    self->miniatures = yc_page_miniatures_new (document);
  yc_page_search_set_document (self->page_search, document);
  yc_page_canvas_set_document (self->canvas, document, self->miniatures);
  show_list_cb (self);
  check_seal (self);
  if (document != NULL)
    {
      show_page (self);
      if (self->loading_id == 0 || gtk_widget_get_width (GTK_WIDGET (self->canvas)) == 0)
        show_state (self, "pages");
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

static void
show_error (YcPreviewView *self, const char *title, const char *way_out)
{
  adw_status_page_set_title (self->failed, title);
  adw_status_page_set_description (self->failed, way_out);
  show_state (self, "failed");
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcPreviewView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcDocument) document = yc_document_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (document != NULL)
    take_document (self, document);
  else
    show_error (self, error->message,
                _ ("Fetch it again. If it stays so, call the administrator."));
}

/* What was shown or on its way is of no interest any more. */
static void
drop (YcPreviewView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  take_document (self, NULL);
}

static void
refused_cb (YcPreviewView *self, const char *words)
{
  g_autofree char *title = g_strdup (words);

  /* The words belong to what goes away with the document. */
  drop (self);
  show_error (self, title, _ ("Ask for another copy of it. Everything else goes on as it was."));
}

static gboolean
key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  YcPreviewView *self = YC_PREVIEW_VIEW (widget);

  /* Listened for in the whole window: only the document that can be seen is meant. */
  if (!gtk_widget_get_mapped (self->toolbar))
    return FALSE;
  ((void (*) (YcPreviewView *)) user_data) (self);
  return TRUE;
}

static void
add_key (GtkEventController *controller, guint key, void (*func) (YcPreviewView *))
{
  GtkShortcut *shortcut =
      gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_CONTROL_MASK),
                        gtk_callback_action_new (key_cb, (gpointer) func, NULL));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
add_keys (YcPreviewView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  add_key (controller, GDK_KEY_plus, zoom_in_cb);
  add_key (controller, GDK_KEY_equal, zoom_in_cb);
  add_key (controller, GDK_KEY_KP_Add, zoom_in_cb);
  add_key (controller, GDK_KEY_minus, zoom_out_cb);
  add_key (controller, GDK_KEY_KP_Subtract, zoom_out_cb);
  add_key (controller, GDK_KEY_0, full_size_cb);
  add_key (controller, GDK_KEY_KP_0, full_size_cb);
  add_key (controller, GDK_KEY_f, find_cb);
  add_key (controller, GDK_KEY_g, number_cb);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
yc_preview_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YcPreviewView *self = YC_PREVIEW_VIEW (object);

  switch ((YcPreviewViewProperty) prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_preview_view_dispose (GObject *object)
{
  YcPreviewView *self = YC_PREVIEW_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->loading_id, g_source_remove);
  g_clear_object (&self->document);
  drop_miniatures (self);
  g_clear_object (&self->trust);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  yc_children_remove (GTK_WIDGET (object));

  G_OBJECT_CLASS (yc_preview_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YcPreviewView, toolbar);
  gtk_widget_class_bind_template_child (widget_class, YcPreviewView, zoom_bar);
  gtk_widget_class_bind_template_child (widget_class, YcPreviewView, pager);
  gtk_widget_class_bind_template_child (widget_class, YcPreviewView, page_number);
  gtk_widget_class_bind_template_child (widget_class, YcPreviewView, show_list);
  gtk_widget_class_bind_template_child (widget_class, YcPreviewView, page_list);
  gtk_widget_class_bind_template_child (widget_class, YcPreviewView, page_search);
  gtk_widget_class_bind_template_child (widget_class, YcPreviewView, seal_line);
  gtk_widget_class_bind_template_child (widget_class, YcPreviewView, stack);
  gtk_widget_class_bind_template_child (widget_class, YcPreviewView, loading);
  gtk_widget_class_bind_template_child (widget_class, YcPreviewView, empty);
  gtk_widget_class_bind_template_child (widget_class, YcPreviewView, failed);
  gtk_widget_class_bind_template_child (widget_class, YcPreviewView, canvas);
  gtk_widget_class_bind_template_callback (widget_class, previous_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, drawn_cb);
  gtk_widget_class_bind_template_callback (widget_class, refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, scroll_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_page);
  gtk_widget_class_bind_template_callback (widget_class, focus_canvas);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
yc_preview_view_class_init (YcPreviewViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yc_preview_view_dispose;
  object_class->get_property = yc_preview_view_get_property;
  properties[PROP_DOCUMENT] =
      g_param_spec_object ("document", NULL, NULL, YC_TYPE_DOCUMENT,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_RETRY] = g_signal_new ("retry", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (YC_TYPE_PAGE_CANVAS);
  g_type_ensure (YC_TYPE_PAGE_LIST);
  g_type_ensure (YC_TYPE_PAGE_NUMBER);
  g_type_ensure (YC_TYPE_PAGE_SEARCH);
  g_type_ensure (YC_TYPE_SEAL_LINE);
  g_type_ensure (YC_TYPE_ZOOM_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/preview/yc-preview-view.ui");
  bind_children (widget_class);
  gtk_widget_class_set_css_name (widget_class, "previewview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
yc_preview_view_init (YcPreviewView *self)
{
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  yc_zoom_bar_set_canvas (self->zoom_bar, self->canvas);
  add_keys (self);
  show_state (self, "empty");
}

GtkWidget *
yc_preview_view_new (void)
{
  return g_object_new (YC_TYPE_PREVIEW_VIEW, NULL);
}

void
yc_preview_view_set_pdf (YcPreviewView *self, GBytes *pdf, YcDocumentOrigin origin)
{
  g_return_if_fail (YC_IS_PREVIEW_VIEW (self));

  if (pdf != NULL && self->pdf != NULL && g_bytes_equal (pdf, self->pdf))
    return;
  drop (self);
  if (pdf == NULL)
    {
      show_state (self, "empty");
      return;
    }
  self->pdf = g_bytes_ref (pdf);
  self->cancellable = g_cancellable_new ();
  show_loading (self);
  yc_document_load_async (pdf, origin, self->cancellable, loaded_cb, g_object_ref (self));
}

void
yc_preview_view_set_loading (YcPreviewView *self)
{
  g_return_if_fail (YC_IS_PREVIEW_VIEW (self));

  drop (self);
  show_loading (self);
  yc_document_expect ();
}

void
yc_preview_view_set_error (YcPreviewView *self, const char *title, const char *way_out)
{
  g_return_if_fail (YC_IS_PREVIEW_VIEW (self));

  drop (self);
  show_error (self, title, way_out);
}

void
yc_preview_view_show_seal (YcPreviewView *self, YcTrust *trust)
{
  g_return_if_fail (YC_IS_PREVIEW_VIEW (self));
  g_return_if_fail (trust == NULL || YC_IS_TRUST (trust));

  g_set_object (&self->trust, trust);
  self->shows_seal = TRUE;
  check_seal (self);
}

void
yc_preview_view_show_seal_for_desk (YcPreviewView *self, YcDesk *desk)
{
  g_autoptr (YcTrust) trust = NULL;

  g_return_if_fail (YC_IS_PREVIEW_VIEW (self));
  g_return_if_fail (YC_IS_DESK (desk));

  trust = yc_desk_trust_load (desk);
  yc_preview_view_show_seal (self, trust);
}

YcVerification *
yc_preview_view_get_verification (YcPreviewView *self)
{
  g_return_val_if_fail (YC_IS_PREVIEW_VIEW (self), NULL);

  return yc_seal_line_get_verification (self->seal_line);
}

void
yc_preview_view_set_empty_words (YcPreviewView *self, const char *title, const char *words)
{
  g_return_if_fail (YC_IS_PREVIEW_VIEW (self));

  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, words);
}

YcDocument *
yc_preview_view_get_document (YcPreviewView *self)
{
  g_return_val_if_fail (YC_IS_PREVIEW_VIEW (self), NULL);

  return self->document;
}
