/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To whom a visit's plan is handed: another counter, the hotline, a department. A plan that was not
 * saved yet is saved first. */
#include "yc-hand-over-view.h"

#include "yc-day.h"
#include "yc-desk-plans.h"
#include "yc-error-words.h"
#include "yc-json.h"

#include <glib/gi18n-lib.h>

#define WIDTH 480
/* Working days are not known here; two days are what most counters promise. */
#define DAYS 2
#define HOTLINE "12345"

struct _YcHandOverView
{
  GtkWidget parent_instance;

  YcDesk    *desk;
  YcVisit   *visit;
  GtkWidget *to;
  GtkWidget *name;
  GtkWidget *due;
  GtkWidget *note;
  GtkWidget *button;
  GtkLabel  *words;
  /* Of the choices of @to: NULL for the hotline, "" for a department, else a place's code. */
  GPtrArray *places;
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcHandOverView, yc_hand_over_view, GTK_TYPE_WIDGET)

static void
say (YcHandOverView *self, const char *words)
{
  gtk_label_set_text (self->words, words);
}

/* What the outbox keeps is told where the plan is. */
static void
handed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcHandOverView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (yc_desk_hand_over_plan_finish (YC_DESK (source), result, &error) ||
      g_error_matches (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_PENDING))
    {
      g_signal_emit (self, signals[DONE], 0);
      return;
    }
  words = yc_error_words_line (error);
  say (self, words);
  gtk_widget_set_sensitive (self->button, TRUE);
}

static const char *
get_text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

/* (nullable): what stands on paper too, so nothing is translated; NULL when it must be typed */
static const char *
get_name (YcHandOverView *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->to));
  const char *place = g_ptr_array_index (self->places, chosen);

  if (*get_text (self->name) != '\0')
    return get_text (self->name);
  if (place == NULL)
    return HOTLINE;
  if (*place == '\0')
    return NULL;
  return gtk_string_object_get_string (
      gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->to)));
}

static void
hand_over (YcHandOverView *self)
{
  YcSavedPlan *plan = yc_visit_get_saved_plan (self->visit);
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->to));
  const char *place = g_ptr_array_index (self->places, chosen);
  const char *kind = place == NULL ? "hotline" : *place == '\0' ? "department" : "counter";

  yc_desk_hand_over_plan_async (self->desk, plan, kind, place, get_name (self),
                                get_text (self->due), get_text (self->note), NULL, handed_cb,
                                g_object_ref (self));
}

/* Whose version it is has to be chosen before it goes anywhere. */
static void
plan_changed_cb (YcHandOverView *self)
{
  YcSavedPlan *plan = yc_visit_get_saved_plan (self->visit);

  if (yc_saved_plan_get_state (plan) == YC_SAVED_PLAN_REFUSED)
    say (self, _ ("The plan is not saved: somebody else has changed it. Choose with Escape and Ctrl+S "
                  "whose version is right; it is handed over after that."));
}

static void
button_cb (YcHandOverView *self)
{
  if (!gtk_widget_get_sensitive (self->button))
    return;
  if (get_name (self) == NULL)
    {
      say (self, _ ("Write down which department."));
      gtk_widget_grab_focus (self->name);
      return;
    }
  gtk_widget_set_sensitive (self->button, FALSE);
  say (self, _ ("Handing over…"));
  yc_desk_save_plan (self->desk, self->visit);
  hand_over (self);
}

static gboolean
yc_hand_over_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (YC_HAND_OVER_VIEW (widget)->to);
}

static void
yc_hand_over_view_dispose (GObject *object)
{
  YcHandOverView *self = YC_HAND_OVER_VIEW (object);
  GtkWidget *child;

  g_clear_object (&self->desk);
  g_clear_object (&self->visit);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (yc_hand_over_view_parent_class)->dispose (object);
}

static void
yc_hand_over_view_class_init (YcHandOverViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_hand_over_view_dispose;
  widget_class->grab_focus = yc_hand_over_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);

  signals[DONE] = g_signal_new ("done", YC_TYPE_HAND_OVER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_field (YcHandOverView *self, const char *title, GtkWidget *field)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  gtk_widget_set_parent (field, GTK_WIDGET (self));
  if (GTK_IS_ENTRY (field))
    g_signal_connect_swapped (field, "activate", G_CALLBACK (button_cb), self);

  return field;
}

static void
add_choice (YcHandOverView *self, GtkStringList *titles, const char *title, const char *place)
{
  gtk_string_list_append (titles, title);
  g_ptr_array_add (self->places, g_strdup (place));
}

/* The hotline, a department, and the places of the catalog with the one above each. */
static GtkWidget *
create_chooser (YcHandOverView *self, YcCatalog *catalog)
{
  GtkStringList *titles = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) codes = yc_catalog_dup_ids (catalog, "place");
  GtkExpression *expression =
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *chooser;

  self->places = g_ptr_array_new_with_free_func (g_free);
  add_choice (self, titles, _ ("Hotline 12345"), NULL);
  add_choice (self, titles, _ ("A department (say which)"), "");
  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = g_ptr_array_index (codes, i);
      JsonObject *place = yc_catalog_get_place (catalog, code);
      const char *above =
          yc_catalog_get_place_name (catalog, yc_json_get_string (place, "parent", NULL));
      g_autofree char *title = g_strconcat (above != NULL ? above : "",
                                            yc_catalog_get_place_name (catalog, code), NULL);

      add_choice (self, titles, title, code);
    }
  chooser = gtk_drop_down_new (G_LIST_MODEL (titles), expression);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (chooser), TRUE);

  return chooser;
}

static void
yc_hand_over_view_init (YcHandOverView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
}

static void
add_fields (YcHandOverView *self)
{
  g_autoptr (GDateTime) now = yc_day_now ();
  g_autoptr (GDateTime) due = g_date_time_add_days (now, DAYS);
  g_autofree char *day = g_date_time_format (due, "%Y-%m-%d");

  self->to = add_field (self, _ ("To"),
                        create_chooser (self, yc_desk_get_catalog (self->desk)));
  self->name = add_field (self, _ ("Counter, department or person"), gtk_entry_new ());
  self->due = add_field (self, _ ("To be answered by"), gtk_entry_new ());
  gtk_editable_set_text (GTK_EDITABLE (self->due), day);
  self->note = add_field (self, _ ("Note"), gtk_entry_new ());
  self->words = GTK_LABEL (gtk_label_new (
      _ ("You stay responsible until somebody accepts. All answers go along.")));
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->words), GTK_WIDGET (self));
  self->button = gtk_button_new_with_mnemonic (_ ("_Hand over"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_halign (self->button, GTK_ALIGN_END);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (button_cb), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
yc_hand_over_view_new (YcDesk *desk, YcVisit *visit)
{
  YcHandOverView *self = g_object_new (YC_TYPE_HAND_OVER_VIEW, NULL);

  self->desk = g_object_ref (desk);
  self->visit = g_object_ref (visit);
  add_fields (self);
  g_signal_connect_object (yc_visit_get_saved_plan (visit), "changed",
                           G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
