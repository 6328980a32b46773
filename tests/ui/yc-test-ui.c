/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of widgets share: a window to stand in, the sample catalog, waiting. */
#include "yc-test-ui.h"

#include "yc-catalog-folder.h"
#include "yc-demo.h"
#include "yc-search-catalog.h"
#include "yc-search-materials.h"
#include "yc-seeker-private.h"
#include "yc-sheet.h"
#include "yc-test-window.h"
#include "yc-ui.h"

#include <adwaita.h>

#define DEADLINE_S 40

/**
 * yc_test_ui_init:
 * @argc: (inout): number of arguments
 * @argv: (inout): arguments
 *
 * Begins a test program that shows widgets.
 */
void
yc_test_ui_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  yc_ui_prepare_locale ();
  gtk_init ();
  yc_ui_init ();
}

static YcCatalogFolder *
read_catalog (void)
{
  g_autoptr (GFile) folder = yc_demo_get_catalog ();
  g_autoptr (GError) error = NULL;
  YcCatalogFolder *files = yc_catalog_folder_read (folder, &error);

  g_assert_no_error (error);
  return files;
}

/**
 * yc_test_ui_load_catalog:
 *
 * Returns: (transfer full): the sample catalog
 */
YcCatalog *
yc_test_ui_load_catalog (void)
{
  g_autoptr (YcCatalogFolder) files = read_catalog ();
  g_autoptr (GError) error = NULL;
  YcCatalog *catalog = yc_catalog_new ();

  for (guint i = 0; i < yc_catalog_folder_get_n_documents (files); i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (files, i);

      yc_catalog_apply (catalog, yc_catalog_document_get_kind (document),
                        yc_catalog_document_get_id (document),
                        yc_catalog_document_get_body (document), &error);
      g_assert_no_error (error);
    }

  return catalog;
}

static gboolean
is_filled (gpointer data)
{
  return yc_seeker_get_state (data) == YC_SEEKER_READY && yc_seeker_get_n_documents (data) > 100;
}

/**
 * yc_test_ui_load_seeker:
 *
 * Returns: (transfer full): one that finds the sample catalog
 */
YcSeeker *
yc_test_ui_load_seeker (void)
{
  g_autoptr (YcCatalogFolder) files = read_catalog ();
  YcSearchBatch *batch = yc_search_batch_new ();
  YcSeeker *seeker = yc_seeker_new ();
  g_autoptr (YcSearchMaterials) materials = yc_search_materials_new ();

  for (guint i = 0; i < yc_catalog_folder_get_n_documents (files); i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (files, i);

      yc_search_catalog_put (batch, yc_catalog_document_get_kind (document),
                             yc_catalog_document_get_id (document),
                             json_node_get_object (yc_catalog_document_get_body (document)));
      yc_search_materials_add_document (
          materials, yc_catalog_document_get_kind (document),
          json_node_get_object (yc_catalog_document_get_body (document)));
    }
  yc_search_materials_put (materials, batch);
  yc_seeker_open (seeker, NULL, NULL, 0);
  yc_seeker_follow (seeker, batch, 1, 1);
  yc_test_ui_wait_for (is_filled, seeker);

  return seeker;
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

/**
 * yc_test_ui_show:
 * @widget: a widget
 *
 * Returns: (transfer none): a window on screen with @widget in it, where sheets and toasts work
 */
GtkWidget *
yc_test_ui_show (GtkWidget *widget)
{
  GtkWidget *toasts = adw_toast_overlay_new ();
  GtkWidget *host = yc_sheet_host_new ();
  GtkWindow *window;

  yc_sheet_host_set_child (YC_SHEET_HOST (host), widget);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), host);
  window = yc_test_window_new (toasts, 900, 700);
  yc_test_ui_wait_for (is_mapped, widget);

  return GTK_WIDGET (window);
}

/**
 * yc_test_ui_close:
 * @window: what yc_test_ui_show() gave
 *
 * Closes the window, with what is in it.
 */
void
yc_test_ui_close (GtkWidget *window)
{
  yc_test_window_destroy (GTK_WINDOW (window));
}

/**
 * yc_test_ui_wait_for:
 * @condition: what is waited for
 * @data: for @condition
 *
 * Runs the main loop until @condition holds; fails the test when it does not in time.
 */
void
yc_test_ui_wait_for (YcTestCondition condition, gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE_S * G_USEC_PER_SEC;

  while (!condition (data))
    {
      if (g_get_monotonic_time () >= deadline)
        {
          yc_test_take_picture ("waited-in-vain");
          g_error ("Waited %d s in vain", DEADLINE_S);
        }
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
}

/**
 * yc_test_ui_settle:
 *
 * Runs the main loop until it has nothing to do.
 */
void
yc_test_ui_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* A label beside a field names it; the field says no name of its own then. */
static gboolean
is_labelled_by (GtkWidget *widget, const char *text)
{
  g_autoptr (GList) labels = gtk_widget_list_mnemonic_labels (widget);

  for (GList *link = labels; link != NULL; link = link->next)
    if (GTK_IS_LABEL (link->data) &&
        g_strcmp0 (gtk_label_get_text (link->data), text) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_label (GtkWidget *widget, const char *english)
{
  const char *label = english != NULL ? g_dgettext (GETTEXT_PACKAGE, english) : NULL;
  g_autofree char *fault = NULL;

  if (label == NULL)
    return TRUE;

  fault = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL, label);

  if (fault == NULL || is_labelled_by (widget, label))
    return TRUE;

  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

/**
 * yc_test_ui_find:
 * @root: where to look
 * @type: what it is
 * @label: (nullable): its accessible label, in English
 *
 * Returns: (transfer none) (nullable): the first such widget in @root
 */
GtkWidget *
yc_test_ui_find (GtkWidget *root, GType type, const char *label)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && has_label (root, label))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = yc_test_ui_find (child, type, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));

  return NULL;
}

/**
 * yc_test_ui_find_text:
 * @root: where to look
 * @text: what is to be read somewhere
 *
 * Returns: (transfer none) (nullable): the first label or inscription that can be seen and has @text
 *   in it
 */
GtkWidget *
yc_test_ui_find_text (GtkWidget *root, const char *text)
{
  const char *said = get_text (root);

  if (said != NULL && gtk_widget_get_mapped (root) && strstr (said, text) != NULL)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = yc_test_ui_find_text (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * yc_test_ui_count:
 * @root: where to look
 * @type: what to count
 *
 * Returns: how many such widgets there are in @root
 */
guint
yc_test_ui_count (GtkWidget *root, GType type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (root), type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += yc_test_ui_count (child, type);

  return n;
}
