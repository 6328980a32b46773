/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The practice mark: to be seen in practice at every place of every role, at every step and under
 * every sheet; nowhere outside practice. One walk through the window, done in both. On its way it
 * sees that nothing is larger than the smallest usable screen. */
#include "yc-demo-people.h"
#include "yc-finder-view.h"
#include "yc-need-step.h"
#include "yc-places.h"
#include "yc-session-private.h"
#include "yc-sheet.h"
#include "yc-shortcuts.h"
#include "yc-test-desk.h"
#include "yc-test-service.h"
#include "yc-test-ui.h"
#include "yc-test-window.h"
#include "yc-window.h"

#define LEAST_SCREEN_WIDTH 1024
#define LEAST_SCREEN_HEIGHT 768

typedef struct
{
  YcTestService *service;
  char          *folder;
  YcDesk        *desk;
  GtkWindow     *window;
  gboolean       demo;
} Walk;

static GtkWidget *
find_mark (GtkWidget *root)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (root) || gtk_widget_has_css_class (root, "demo-mark"))
    return gtk_widget_get_mapped (root) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_mark (child);

  return found;
}

/* Within the window, and nothing but a sheet's shade over it. */
static gboolean
can_be_seen (GtkWidget *window, GtkWidget *mark)
{
  graphene_rect_t place, frame;
  graphene_point_t middle;
  GtkWidget *top;

  if (!gtk_widget_compute_bounds (mark, window, &place) ||
      !gtk_widget_compute_bounds (window, window, &frame) ||
      !graphene_rect_contains_rect (&frame, &place) || place.size.width < 20 ||
      place.size.height < 10 || gtk_widget_get_opacity (mark) < 1)
    return FALSE;

  graphene_rect_get_center (&place, &middle);
  top = gtk_widget_pick (window, middle.x, middle.y, GTK_PICK_DEFAULT);

  return top != NULL && (top == mark || gtk_widget_is_ancestor (top, mark) || YC_IS_SHEET (top));
}

static gboolean
is_marked (GtkWidget *window)
{
  GtkWidget *mark = find_mark (window);

  return mark != NULL && can_be_seen (window, mark) &&
         yc_test_ui_find_text (mark, "Practice") != NULL;
}

static void
assert_fits (GtkWidget *window, const char *where)
{
  int width, height;

  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (window, GTK_ORIENTATION_VERTICAL, LEAST_SCREEN_WIDTH, &height, NULL, NULL,
                      NULL);
  if (width > LEAST_SCREEN_WIDTH || height > LEAST_SCREEN_HEIGHT)
    g_error ("%s: needs %d × %d", where, width, height);
}

/* What has just been shown gets its place with the next frame. */
static void
look_at (Walk *walk, GtkWidget *window, const char *where)
{
  gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  if (!walk->demo && (find_mark (window) != NULL || yc_test_ui_find_text (window, "Practice")))
    g_error ("%s: marked as practice, which it is not", where);
  while (walk->demo && !is_marked (window))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("%s: the mark cannot be seen", where);
      g_main_context_iteration (NULL, FALSE);
    }
}

/* Every window that is on screen. */
static void
look (Walk *walk, const char *where)
{
  GListModel *windows = gtk_window_get_toplevels ();

  yc_test_ui_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!gtk_widget_get_mapped (window))
        continue;
      look_at (walk, window, where);
      assert_fits (window, where);
    }
  if (walk->demo)
    yc_test_take_picture (where);
}

static void
press (Walk *walk, const char *keys)
{
  yc_test_press (walk->window, keys);
  yc_test_ui_settle ();
}

static gboolean
has_sheet (gpointer data)
{
  GtkWidget *sheet = yc_test_ui_find (data, YC_TYPE_SHEET, NULL);

  return sheet != NULL && gtk_widget_get_height (sheet) > 0;
}

static gboolean
has_no_sheet (gpointer data)
{
  return yc_test_ui_find (data, YC_TYPE_SHEET, NULL) == NULL;
}

static void
look_at_sheet (Walk *walk, const char *keys, const char *where)
{
  press (walk, keys);
  yc_test_ui_wait_for (has_sheet, walk->window);
  look (walk, where);
  press (walk, "Escape");
  yc_test_ui_wait_for (has_no_sheet, walk->window);
}

static GtkApplication *
get_application (void)
{
  static AdwApplication *application = NULL;
  const GActionEntry entries[] = { { "demo-reset", NULL } };

  if (application != NULL)
    return GTK_APPLICATION (application);

  application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, 1, NULL);
  yc_shortcuts_install (GTK_APPLICATION (application));

  return GTK_APPLICATION (application);
}

static gboolean
is_on_screen (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

/* As large as the screen, or as the smallest usable one. */
static void
present (Walk *walk)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  GdkRectangle area;

  gdk_monitor_get_geometry (monitor, &area);
  gtk_window_set_default_size (walk->window, area.width, area.height);
  gtk_window_present (walk->window);
  yc_test_ui_wait_for (is_on_screen, walk->window);
  yc_test_window_focus (walk->window);
}

/* Before anybody is signed in: waiting, trouble, the sign-in page. */
static void
look_before_work (Walk *walk)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "no");

  yc_window_show_loading (YC_WINDOW (walk->window), "…", NULL);
  look (walk, "mark-loading");
  yc_window_show_trouble (YC_WINDOW (walk->window), error);
  look (walk, "mark-trouble");
  yc_window_set_desk (YC_WINDOW (walk->window), walk->desk);
  look (walk, "mark-sign-in");
}

static void
sign_in (Walk *walk, YcRole role)
{
  yc_test_desk_sign_in (walk->desk, yc_demo_people_get_user (role));
  yc_test_desk_wait_for_catalog (walk->desk);
  yc_test_ui_settle ();
}

static void
look_at_places (Walk *walk, YcRole role)
{
  gsize n;
  const YcPlace *places = yc_places_get_all (&n);
  guint number = 0;

  look (walk, yc_role_to_string (role));
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *keys = g_strdup_printf ("alt+%u", number + 1);
      g_autofree char *where =
          g_strdup_printf ("mark-%s-%s", yc_role_to_string (role), places[i].name);

      if ((places[i].roles & (1u << role)) == 0)
        continue;
      number++;
      press (walk, keys);
      g_assert_cmpstr (yc_window_get_place (YC_WINDOW (walk->window)), ==, places[i].name);
      look (walk, where);
    }
}

/* What every role can lay over its places. */
static void
look_over_places (Walk *walk)
{
  look_at_sheet (walk, "F1", "mark-keys");
  press (walk, "ctrl+k");
  look (walk, "mark-search");
  press (walk, "Escape");
  if (walk->demo)
    look_at_sheet (walk, "ctrl+shift+0", "mark-begin-anew");
}

/* The citizen's own window stands beside the clerk's. */
static void
look_at_citizen_window (Walk *walk)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = g_list_model_get_n_items (windows);

  press (walk, "F4");
  yc_test_wait_until (g_list_model_get_n_items (windows) == n + 1);
  for (guint i = 0; i <= n; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      yc_test_ui_wait_for (is_on_screen, window);
    }
  look (walk, "mark-citizen");
  press (walk, "F4");
  yc_test_wait_until (g_list_model_get_n_items (windows) == n);
  yc_test_window_focus (walk->window);
}

static void
begin_case (Walk *walk)
{
  GtkWidget *need = yc_test_ui_find (GTK_WIDGET (walk->window), YC_TYPE_NEED_STEP, NULL);
  GtkWidget *entry = yc_test_ui_find (need, GTK_TYPE_ENTRY, "Need");
  GListModel *visits = G_LIST_MODEL (yc_desk_get_visits (walk->desk));
  g_autoptr (YcVisit) visit = g_list_model_get_item (visits, 0);
  g_autoptr (YcCaseDraft) draft = NULL;
  g_autoptr (YcDraftMaterial) material = NULL;

  gtk_editable_set_text (GTK_EDITABLE (entry), "jtsf");
  yc_test_ui_settle ();
  press (walk, "Return");
  yc_test_wait_until (g_list_model_get_n_items (yc_visit_get_drafts (visit)) > 0);
  /* Begun, so that it is not closed without a question. */
  draft = g_list_model_get_item (yc_visit_get_drafts (visit), 0);
  material = g_list_model_get_item (yc_case_draft_get_materials (draft), 0);
  yc_draft_material_set_status (material, YC_MATERIAL_COMPLETE);
}

static void
look_at_visit (Walk *walk)
{
  press (walk, "alt+1");
  begin_case (walk);
  for (guint step = 1; step <= 5; step++)
    {
      g_autofree char *keys = g_strdup_printf ("ctrl+%u", step);
      g_autofree char *where = g_strdup_printf ("mark-step-%u", step);

      press (walk, keys);
      look (walk, where);
    }
  look_at_citizen_window (walk);
  look_at_sheet (walk, "ctrl+w", "mark-close-visit");
}

/* A reviewer has no visits: what is found is laid over the place. */
static void
look_at_found_item (Walk *walk)
{
  GtkWidget *window = GTK_WIDGET (walk->window);
  GtkWidget *finder, *entry;

  press (walk, "ctrl+k");
  finder = yc_test_ui_find (window, YC_TYPE_FINDER_VIEW, NULL);
  entry = yc_test_ui_find (finder, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "jtsf");
  yc_test_wait_until (yc_test_ui_find_text (finder, "阶梯水费办理证明") != NULL);
  look_at_sheet (walk, "Return", "mark-found-item");
}

/* The session ends under the clerk's hands. */
static void
look_at_expired_session (Walk *walk)
{
  g_autoptr (JsonNode) json = yc_session_to_json (yc_desk_get_session (walk->desk));
  const char *token = json_object_get_string_member (json_node_get_object (json), "token");
  g_autoptr (YcTestAnswer) answer = yc_test_service_request (
      walk->service, "DELETE", "/api/v1/sessions/current", token, NULL, NULL);

  press (walk, "alt+2");
  press (walk, "F5");
  yc_test_ui_wait_for (has_sheet, walk->window);
  look (walk, "mark-session-ended");
}

static void
walk_through (gboolean demo)
{
  Walk walk = { .service = yc_test_service_new (TRUE, NULL), .demo = demo };

  walk.folder = yc_test_folder_new ();
  walk.desk = yc_test_desk_new (walk.folder, yc_test_service_get_url (walk.service));
  walk.window = GTK_WINDOW (yc_window_new (get_application (), demo));
  present (&walk);

  look_before_work (&walk);
  for (YcRole role = YC_ROLE_ADMINISTRATOR; role >= YC_ROLE_CLERK; role--)
    {
      sign_in (&walk, role);
      look_at_places (&walk, role);
      look_over_places (&walk);
      if (role == YC_ROLE_REVIEWER)
        look_at_found_item (&walk);
    }
  look_at_visit (&walk);
  look_at_expired_session (&walk);

  yc_window_set_desk (YC_WINDOW (walk.window), NULL);
  yc_test_window_destroy (walk.window);
  yc_test_desk_free (walk.desk);
  yc_test_folder_free (walk.folder);
  yc_test_service_free (walk.service);
}

static void
test_practice (void)
{
  walk_through (TRUE);
}

static void
test_work (void)
{
  walk_through (FALSE);
}

int
main (int argc, char *argv[])
{
  yc_test_ui_init (&argc, &argv);
  g_test_add_func ("/mark/practice", test_practice);
  g_test_add_func ("/mark/work", test_work);

  return g_test_run ();
}
