/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A counter for tests: the whole window of a desk, a real service, and a line that can be cut. */
#include "yc-test-counter.h"

#include "yc-hit-row.h"
#include "yc-need-step.h"
#include "yc-person-panel.h"
#include "yc-reception-page.h"
#include "yc-search-button.h"
#include "yc-shortcuts.h"
#include "yc-test-window.h"
#include "yc-window.h"

#include <adwaita.h>
#include <stdlib.h>

/* More than are shown at once. */
#define MOST_STEPS 12

static GtkApplication *
get_application (void)
{
  static AdwApplication *application = NULL;
  g_autoptr (GError) error = NULL;

  if (application != NULL)
    return GTK_APPLICATION (application);

  application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  yc_shortcuts_install (GTK_APPLICATION (application));

  return GTK_APPLICATION (application);
}

static gboolean
is_window_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

void
yc_test_counter_join_line (YcTestCounter *self)
{
  const char *colon = g_strrstr (yc_test_service_get_url (self->service), ":");

  yc_proxy_set_target (self->line, (guint16) strtoul (colon + 1, NULL, 10));
}

void
yc_test_counter_cut_line (YcTestCounter *self)
{
  yc_proxy_set_target (self->line, 0);
  yc_test_service_kill (self->service);
  yc_test_service_start (self->service);
  yc_test_wait_until (!yc_line_get_online (yc_desk_get_line (self->desk)));
}

void
yc_test_counter_open (YcTestCounter *self, gboolean joined)
{
  g_autofree char *url = NULL;
  guint16 port;

  self->service = yc_test_service_new (TRUE, NULL);
  self->line = yc_proxy_new (&port);
  if (joined)
    yc_test_counter_join_line (self);
  url = g_strdup_printf ("http://127.0.0.1:%u", port);
  self->folder = yc_test_folder_new ();
  self->desk = yc_test_desk_new (self->folder, url);
  self->window = GTK_WINDOW (yc_window_new (get_application (), TRUE));
  yc_window_set_desk (YC_WINDOW (self->window), self->desk);
  gtk_window_present (self->window);
  yc_test_ui_wait_for (is_window_mapped, self->window);
  yc_test_window_focus (self->window);
}

void
yc_test_counter_close (YcTestCounter *self)
{
  yc_window_set_desk (YC_WINDOW (self->window), NULL);
  yc_test_window_destroy (self->window);
  yc_test_desk_free (self->desk);
  yc_test_folder_free (self->folder);
  yc_proxy_free (self->line);
  yc_test_service_free (self->service);
}

void
yc_test_counter_sign_in (YcTestCounter *self, const char *user)
{
  yc_test_desk_sign_in (self->desk, user);
  yc_test_desk_wait_for_catalog (self->desk);
  yc_test_ui_settle ();
}

void
yc_test_counter_press (YcTestCounter *self, const char *keys)
{
  yc_test_press (self->window, keys);
  yc_test_ui_settle ();
}

gboolean
yc_test_counter_can_read (YcTestCounter *self, const char *text)
{
  return yc_test_ui_find_text (GTK_WIDGET (self->window), g_dgettext (GETTEXT_PACKAGE, text)) !=
         NULL;
}

typedef struct
{
  YcTestCounter *counter;
  const char    *text;
} Reading;

static gboolean
can_read_cb (gpointer data)
{
  Reading *reading = data;

  return yc_test_counter_can_read (reading->counter, reading->text);
}

void
yc_test_counter_wait_to_read (YcTestCounter *self, const char *text)
{
  Reading reading = { self, text };

  yc_test_ui_wait_for (can_read_cb, &reading);
}

static GtkWidget *
find_shown (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_shown (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* On screen: the visits that are not keep their widgets. */
GtkWidget *
yc_test_counter_find (YcTestCounter *self, GType type)
{
  yc_test_wait_until (find_shown (GTK_WIDGET (self->window), type) != NULL);

  return find_shown (GTK_WIDGET (self->window), type);
}

YcVisit *
yc_test_counter_get_visit (YcTestCounter *self)
{
  return yc_reception_page_get_visit (
      YC_RECEPTION_PAGE (yc_test_counter_find (self, YC_TYPE_RECEPTION_PAGE)));
}

YcStep
yc_test_counter_get_step (YcTestCounter *self)
{
  return yc_step_line_get_current (YC_STEP_LINE (yc_test_counter_find (self, YC_TYPE_STEP_LINE)));
}

GtkEditable *
yc_test_counter_get_need (YcTestCounter *self)
{
  GtkWidget *need = yc_test_counter_find (self, YC_TYPE_NEED_STEP);

  return GTK_EDITABLE (yc_test_ui_find (need, GTK_TYPE_ENTRY, "Need"));
}

GtkEditable *
yc_test_counter_get_person_entry (YcTestCounter *self, const char *label)
{
  GtkWidget *person = yc_test_counter_find (self, YC_TYPE_PERSON_PANEL);

  return GTK_EDITABLE (yc_test_ui_find (person, GTK_TYPE_ENTRY, label));
}

YcCaseDraft *
yc_test_counter_fill_draft (YcTestCounter *self)
{
  YcCaseDraft *draft = yc_test_desk_fill_draft (self->desk);
  YcVisit *visit = yc_visits_find_case (yc_desk_get_visits (self->desk),
                                        yc_case_draft_get_case_id (draft));

  yc_plan_add_item (yc_visit_get_plan (visit), yc_case_draft_get_item_code (draft));
  yc_test_counter_press (self, "ctrl+Tab");
  yc_test_wait_until (yc_test_counter_get_visit (self) == visit);

  return draft;
}

/* Enter follows at once, also at the very first start, when the index is filled after the window is
 * there: it must not be lost. */
void
yc_test_counter_take_item (YcTestCounter *self)
{
  GListModel *drafts = yc_visit_get_drafts (yc_test_counter_get_visit (self));

  gtk_editable_set_text (yc_test_counter_get_need (self), "jtsf");
  yc_test_counter_press (self, "Return");
  yc_test_wait_until (g_list_model_get_n_items (drafts) > 0);
}

void
yc_test_counter_begin_item (YcTestCounter *self, const char *name)
{
  yc_test_counter_take_item (self);
  gtk_editable_set_text (yc_test_counter_get_person_entry (self, "Name"), name);
  yc_test_ui_settle ();
}

static void
collect_rows (GtkWidget *root, GPtrArray *rows)
{
  if (YC_IS_HIT_ROW (root) && gtk_widget_get_mapped (root))
    g_ptr_array_add (rows, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

/* -1 while no such hit is shown. */
static int
find_row (GtkWidget *button, const char *kind, GPtrArray *rows)
{
  g_ptr_array_set_size (rows, 0);
  collect_rows (button, rows);
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (yc_hit_get_kind (yc_hit_row_get_hit (rows->pdata[i])), kind))
      return (int) i;

  return -1;
}

static gboolean
is_focused (YcTestCounter *self, GtkWidget *entry)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  return gtk_widget_get_mapped (entry) && focus != NULL &&
         (focus == entry || gtk_widget_is_ancestor (focus, entry));
}

YcHit *
yc_test_counter_get_selected (YcTestCounter *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect_rows (yc_test_counter_find (self, YC_TYPE_SEARCH_BUTTON), rows);
  for (guint i = 0; i < rows->len; i++)
    if (gtk_list_box_row_is_selected (rows->pdata[i]))
      return yc_hit_row_get_hit (rows->pdata[i]);

  return NULL;
}

static gboolean
is_chosen (YcTestCounter *self, const char *kind)
{
  YcHit *hit = yc_test_counter_get_selected (self);

  return hit != NULL && g_str_equal (yc_hit_get_kind (hit), kind);
}

/* The best of what was found is chosen; what is offered before words are typed is not. */
static gboolean
is_answered (YcTestCounter *self, const char *words, const char *kind)
{
  GtkWidget *button = yc_test_counter_find (self, YC_TYPE_SEARCH_BUTTON);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  return find_row (button, kind, rows) >= 0 &&
         (*words == '\0' || yc_test_counter_get_selected (self) != NULL);
}

YcHit *
yc_test_counter_look_for (YcTestCounter *self, const char *words, const char *kind)
{
  GtkWidget *button = yc_test_counter_find (self, YC_TYPE_SEARCH_BUTTON);
  GtkWidget *entry = yc_test_ui_find (button, GTK_TYPE_ENTRY, NULL);

  yc_test_counter_press (self, "ctrl+k");
  yc_test_wait_until (is_focused (self, entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  yc_test_wait_until (is_answered (self, words, kind));
  for (guint i = 0; i < MOST_STEPS && !is_chosen (self, kind); i++)
    yc_test_counter_press (self, "Down");
  g_assert_true (is_chosen (self, kind));

  return yc_test_counter_get_selected (self);
}
