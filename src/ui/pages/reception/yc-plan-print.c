/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A visit's plan on paper: which sheets, looked at, then printed. */
#include "yc-plan-print.h"

#include "yc-desk-plans.h"
#include "yc-paper-print.h"
#include "yc-sheet.h"
#include "yc-visit-paper.h"

#include <glib/gi18n.h>

/* The sheets that can be chosen, by the keys 1 and so on. */
static const struct
{
  const char *name;
  const char *title;
  gboolean    usual;
} sheets[] = {
  { "items", N_ ("1  Item list"), TRUE },
  { "materials", N_ ("2  Material list"), TRUE },
  { "flow", N_ ("3  Flow chart"), TRUE },
  { "record", N_ ("4  Service record"), TRUE },
  { "notice", N_ ("5  One-time notice"), FALSE },
};

typedef struct
{
  YcDesk       *desk;
  YcVisit      *visit;
  YcPaperPrint *paper;
  char         *declaration;
  GtkWidget    *boxes[G_N_ELEMENTS (sheets)];
  GtkWidget    *filled;
} PlanPrint;

static void
plan_print_free (gpointer data)
{
  PlanPrint *self = data;

  g_object_unref (self->desk);
  g_object_unref (self->visit);
  g_free (self->declaration);
  g_free (self);
}

static gboolean
is_active (GtkWidget *box)
{
  return box != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (box));
}

/* (transfer container): the names of those that are chosen */
static GPtrArray *
list_sheets (PlanPrint *self)
{
  GPtrArray *names = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (is_active (self->boxes[i]))
      g_ptr_array_add (names, (char *) sheets[i].name);
  if (self->declaration != NULL)
    g_ptr_array_add (names, (char *) "declaration");
  g_ptr_array_add (names, NULL);

  return names;
}

static void
compose (PlanPrint *self)
{
  g_autoptr (GPtrArray) names = list_sheets (self);
  g_autoptr (GBytes) request = NULL;

  request = yc_visit_paper_write (self->desk, self->visit, (const char *const *) names->pdata,
                                  self->declaration, is_active (self->filled));
  yc_paper_print_compose (self->paper, request);
}

static guint
count_active (PlanPrint *self)
{
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    n += is_active (self->boxes[i]);
  return n;
}

/* At least one sheet stays chosen. */
static void
toggled_cb (PlanPrint *self, GtkCheckButton *box)
{
  if (self->declaration == NULL && count_active (self) == 0)
    gtk_check_button_set_active (box, TRUE);
  else
    compose (self);
}

static gboolean
toggle_cb (GtkWidget *widget, GVariant *args, gpointer box)
{
  gtk_check_button_set_active (box, !gtk_check_button_get_active (box));

  return TRUE;
}

/* The key is the first character of the title. */
static void
add_key (PlanPrint *self, GtkWidget *box, const char *title)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  guint digit = (guint) (title[0] - '0');
  GtkShortcutTrigger *trigger = gtk_alternative_trigger_new (
      gtk_keyval_trigger_new (GDK_KEY_0 + digit, 0), gtk_keyval_trigger_new (GDK_KEY_KP_0 + digit, 0));

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (trigger, gtk_callback_action_new (toggle_cb, box, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->paper), keys);
}

static GtkWidget *
add_box (PlanPrint *self, GtkWidget *chooser, const char *title, gboolean active)
{
  GtkWidget *box = gtk_check_button_new_with_label (title);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (box), active);
  g_signal_connect_swapped (box, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (chooser), box);
  add_key (self, box, title);

  return box;
}

static GtkWidget *
create_chooser (PlanPrint *self)
{
  GtkWidget *chooser = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title =
      gtk_label_new (self->declaration != NULL ? _ ("Declaration") : _ ("Sheets"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (chooser), title);
  if (self->declaration != NULL)
    self->filled = add_box (self, chooser, _ ("1  Filled with what is known of the citizen"),
                            !yc_citizen_get_empty (yc_visit_get_citizen (self->visit)));
  else
    for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
      self->boxes[i] = add_box (self, chooser, _ (sheets[i].title), sheets[i].usual);

  return chooser;
}

/* Its number has come, or somebody has accepted it. */
static void
plan_changed_cb (YcSavedPlan *plan, GtkWidget *paper)
{
  compose (g_object_get_data (G_OBJECT (paper), "plan-print"));
}

static gboolean
present (GtkWidget  *over,
         YcDesk     *desk,
         YcVisit    *visit,
         const char *declaration,
         const char *title)
{
  PlanPrint *self = g_new0 (PlanPrint, 1);
  GtkWidget *paper = yc_paper_print_new (desk, "plan", YC_PRINT_KIND_OTHER, title);

  self->desk = g_object_ref (desk);
  self->visit = g_object_ref (visit);
  self->declaration = g_strdup (declaration);
  self->paper = YC_PAPER_PRINT (paper);
  g_object_set_data_full (G_OBJECT (paper), "plan-print", self, plan_print_free);
  yc_paper_print_add (self->paper, create_chooser (self));
  yc_sheet_present (yc_sheet_new (title, paper), over);
  g_signal_connect_object (yc_visit_get_saved_plan (visit), "changed", G_CALLBACK (plan_changed_cb),
                           paper, 0);
  compose (self);
  gtk_widget_grab_focus (paper);

  return TRUE;
}

/**
 * yc_plan_print_present:
 * @over: a widget in the window
 * @desk: the desk
 * @visit: a visit
 *
 * Shows the sheets of the visit's plan, with what prints them beside: Ctrl+P prints, digits
 * choose sheets. A number on paper must find something, so a plan that was not saved yet is saved.
 *
 * Returns: %FALSE when the plan is empty
 */
gboolean
yc_plan_print_present (GtkWidget *over, YcDesk *desk, YcVisit *visit)
{
  g_return_val_if_fail (YC_IS_DESK (desk) && YC_IS_VISIT (visit), FALSE);

  if (yc_plan_is_empty (yc_visit_get_plan (visit)))
    return FALSE;
  if (yc_saved_plan_get_state (yc_visit_get_saved_plan (visit)) == YC_SAVED_PLAN_NEW)
    yc_desk_save_plan (desk, visit);
  return present (over, desk, visit, NULL, _ ("The plan on paper"));
}

/**
 * yc_plan_print_present_declaration:
 * @over: a widget in the window
 * @desk: the desk
 * @visit: a visit
 * @replacement_id: what the citizen declares instead of bringing it
 *
 * Shows the declaration of something in the visit's plan that is not needed.
 *
 * Returns: whether it could be shown
 */
gboolean
yc_plan_print_present_declaration (GtkWidget  *over,
                                   YcDesk     *desk,
                                   YcVisit    *visit,
                                   const char *replacement_id)
{
  g_return_val_if_fail (YC_IS_DESK (desk) && YC_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (replacement_id != NULL, FALSE);

  return present (over, desk, visit, replacement_id, _ ("The declaration on paper"));
}
