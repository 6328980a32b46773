/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files on their way through the house: put into the form at the counter, sent before the case, seen
 * by the reviewer and beside the certificate. Real service, real files, the whole window. */
#include "yc-attachment-tile.h"
#include "yc-certificates-page.h"
#include "yc-form-attachment.h"
#include "yc-json.h"
#include "yc-review-page.h"
#include "yc-test-counter.h"
#include "yc-test-pdf.h"
#include "yc-test-window.h"

#define FORM                                                                                     \
  "{\"party\":\"出租人\",\"address\":\"东莞市黄江镇北岸社区样例一路 19 号 402 房\",\"use\":\"居住\"," \
  "\"area\":68,\"landlord\":\"周伯安\",\"landlord_id\":\"990101198103161155\",\"tenants\":[{"        \
  "\"name\":\"罗文静\",\"id_number\":\"990101200002297467\",\"kind\":\"承租人\"}],"                  \
  "\"lease_from\":\"2026-09-01\",\"lease_until\":\"2027-08-31\",\"months\":12,"                    \
  "\"monthly_rent\":165000,\"deposit\":330000,\"phone\":\"10000000101\"}"

#define FAMILY                                                                                   \
  "{\"pay_year\":\"2027\",\"household\":\"家庭\",\"bank\":\"样例农村商业银行\","                   \
  "\"bank_account\":\"9900000000000000123\",\"phone\":\"10000000101\",\"members\":["               \
  "{\"name\":\"周伯安\",\"id_number\":\"990101198103161155\",\"relation\":\"本人\","                \
  "\"status\":\"低保对象\",\"proof_number\":\"YL-0001\",\"stopped_elsewhere\":true},"              \
  "{\"name\":\"罗文静\",\"id_number\":\"990101200002297467\",\"relation\":\"配偶\","                \
  "\"status\":\"重度残疾人\",\"proof_number\":\"YL-0002\",\"stopped_elsewhere\":true}]}"

typedef struct
{
  YcTestCounter counter;
  YcCaseDraft *draft;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  yc_test_counter_open (&fixture->counter, TRUE);
  yc_test_counter_sign_in (&fixture->counter, "chenxiao");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  yc_test_counter_close (&fixture->counter);
}

static void
fill_materials (YcCaseDraft *draft)
{
  GListModel *materials = yc_case_draft_get_materials (draft);

  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (YcDraftMaterial) material = g_list_model_get_item (materials, i);

      if (!g_str_equal (yc_draft_material_get_id (material), "authority"))
        yc_draft_material_set_status (material, YC_MATERIAL_COMPLETE);
    }
}

/* A draft on screen, with nothing missing but files. */
static void
begin (Fixture *fixture, const char *item, const char *form)
{
  YcVisit *visit = yc_visits_add (yc_desk_get_visits (fixture->counter.desk));
  YcCitizen *citizen = yc_visit_get_citizen (visit);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) data = yc_json_parse (form, -1, NULL, &error);

  fixture->draft = yc_visit_add_draft (visit, item, &error);
  g_assert_no_error (error);
  yc_citizen_set_name (citizen, "周伯安");
  yc_citizen_set_id_number (citizen, "990101198103161155");
  yc_citizen_set_mobile (citizen, "10000000101");
  fill_materials (fixture->draft);
  yc_form_set_data (yc_case_draft_get_form (fixture->draft), data, &error);
  g_assert_no_error (error);
  yc_plan_add_item (yc_visit_get_plan (visit), item);
  yc_test_counter_press (&fixture->counter, "ctrl+Tab");
  yc_test_wait_until (yc_test_counter_get_visit (&fixture->counter) == visit);
  yc_test_counter_press (&fixture->counter, "ctrl+3");
  yc_test_wait_until (yc_test_counter_get_step (&fixture->counter) == YC_STEP_FORM);
}

static GtkWidget *
find_nth (GtkWidget *root, GType type, guint *skip)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (*skip)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
nth (Fixture *fixture, GType type, guint n)
{
  return find_nth (GTK_WIDGET (fixture->counter.window), type, &n);
}

static GBytes *
create_photo (guint32 color)
{
  g_autoptr (GdkPixbuf) photo = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 800, 600);
  g_autoptr (GdkPixbuf) door = gdk_pixbuf_new_subpixbuf (photo, 280, 120, 240, 480);
  char *data;
  gsize size;

  gdk_pixbuf_fill (photo, 0xd8d2c4ff);
  gdk_pixbuf_fill (door, color);
  gdk_pixbuf_save_to_buffer (photo, &data, &size, "jpeg", NULL, NULL);
  return g_bytes_new_take (data, size);
}

/* What a drop gives to the field; takes @content. */
static void
take (Fixture *fixture, const char *pointer, const char *name, GBytes *content)
{
  YcForm *form = yc_case_draft_get_form (fixture->draft);
  YcFormIntake *intake = yc_form_intake_get (
      yc_form_find_field (form, pointer), yc_desk_get_attachments (fixture->counter.desk));
  g_autofree char *path = g_build_filename (fixture->counter.folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GSList) files = g_slist_prepend (NULL, file);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (content, NULL),
                                      (gssize) g_bytes_get_size (content), NULL));
  g_bytes_unref (content);
  yc_form_intake_take (intake, files);
  yc_test_wait_until (!yc_form_intake_get_busy (intake));
  g_assert_null (yc_form_intake_get_refusal (intake));
}

static guint
count_ready (Fixture *fixture)
{
  GtkWidget *tile;
  guint n = 0;

  for (; (tile = nth (fixture, YC_TYPE_ATTACHMENT_TILE, n)) != NULL; n++)
    {
      if (!yc_attachment_tile_get_ready (YC_ATTACHMENT_TILE (tile)))
        return 0;
      g_assert_null (yc_attachment_tile_get_trouble (YC_ATTACHMENT_TILE (tile)));
    }
  return n;
}

/* As Tab does; the view follows the focus. */
static void
look_at_files (Fixture *fixture)
{
  GtkWidget *last = nth (fixture, YC_TYPE_ATTACHMENT_TILE, count_ready (fixture) - 1);

  g_assert_true (gtk_widget_child_focus (last, GTK_DIR_TAB_FORWARD));
}

static void
attach (Fixture *fixture)
{
  begin (fixture, "ZJ-0701", FORM);
  take (fixture, "/contract", "租赁合同.pdf", yc_test_pdf_new_full ());
  take (fixture, "/photos", "门牌.jpg", create_photo (0x7a4a2aff));
  take (fixture, "/photos", "客厅.jpg", create_photo (0x4a6a8aff));
}

static void
submit (Fixture *fixture)
{
  yc_test_desk_submit (fixture->draft);
  yc_test_wait_until (yc_case_draft_get_state (fixture->draft) == YC_CASE_DRAFT_SENT);
}

/* The clerk sees what was attached, and the page that is read together names it. */
static void
test_counter (Fixture *fixture, gconstpointer data)
{
  attach (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->counter.window));
  yc_test_wait_until (nth (fixture, YC_TYPE_FORM_ATTACHMENT, 0) != NULL ||
                      (yc_test_counter_press (&fixture->counter, "Page_Down"), FALSE));
  yc_test_wait_until (count_ready (fixture) == 3);
  look_at_files (fixture);
  yc_test_take_picture ("files-form");
  yc_test_counter_press (&fixture->counter, "ctrl+4");
  yc_test_counter_wait_to_read (&fixture->counter, "租赁合同.pdf (");
  yc_test_take_picture ("files-check");
}

static JsonObject *
get_case (Fixture *fixture, const char *token)
{
  g_autofree char *path =
      g_strconcat ("/api/v1/cases/", yc_case_draft_get_case_id (fixture->draft), NULL);

  return yc_test_service_get (fixture->counter.service, path, token, 200);
}

static void
approve (Fixture *fixture, const char *token)
{
  g_autoptr (JsonObject) a_case = get_case (fixture, token);
  g_autofree char *path = g_strdup_printf ("/api/v1/cases/%s/decisions",
                                           yc_case_draft_get_case_id (fixture->draft));
  g_autofree char *headers = g_strdup_printf (
      "If-Match: \"%" G_GINT64_FORMAT "\"\r\nIdempotency-Key: approval\r\n",
      json_object_get_int_member (a_case, "version"));
  g_autoptr (JsonObject) approved = yc_test_service_post (
      fixture->counter.service, path, token, headers, "{\"decision\":\"approve\"}", 200);

  g_assert_cmpstr (json_object_get_string_member (approved, "state"), ==, "issued");
}

/* A reviewer at another desk goes from case to case until all files of this one are there. */
static void
show_review (Fixture *fixture, const char *reviewer, guint n_files, const char *picture)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) desk = NULL;
  GtkWindow *window = fixture->counter.window;
  GtkWidget *page;

  desk = yc_test_desk_new (folder, yc_test_service_get_url (fixture->counter.service));
  yc_test_desk_sign_in (desk, reviewer);
  yc_test_desk_wait_for_catalog (desk);
  page = g_object_new (YC_TYPE_REVIEW_PAGE, "desk", desk, NULL);
  fixture->counter.window = yc_test_window_new (page, gtk_widget_get_width (GTK_WIDGET (window)),
                                                gtk_widget_get_height (GTK_WIDGET (window)));
  yc_page_shown (YC_PAGE (page));
  yc_test_wait_until (count_ready (fixture) == n_files ||
                      (yc_page_command (YC_PAGE (page), YC_PAGE_COMMAND_NEXT_ITEM), FALSE));
  /* Steps on the way may still bring the same case anew. */
  yc_test_ui_settle ();
  yc_test_wait_until (count_ready (fixture) == n_files);
  look_at_files (fixture);
  yc_test_take_picture (picture);
  yc_test_window_destroy (fixture->counter.window);
  fixture->counter.window = window;
}

/* A reviewer at another desk, and afterwards the clerk beside the certificate. */
static void
test_reviewer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *token = NULL;
  GtkWindow *window = fixture->counter.window;
  GtkWindow *other;
  GtkWidget *page;

  attach (fixture);
  submit (fixture);
  show_review (fixture, "hejing", 3, "files-review");

  token = yc_test_service_sign_in (fixture->counter.service, "hejing");
  approve (fixture, token);
  page = g_object_new (YC_TYPE_CERTIFICATES_PAGE, "desk", fixture->counter.desk, NULL);
  other = yc_test_window_new (page, gtk_widget_get_width (GTK_WIDGET (window)),
                              gtk_widget_get_height (GTK_WIDGET (window)));
  fixture->counter.window = other;
  yc_page_shown (YC_PAGE (page));
  yc_test_wait_until (count_ready (fixture) == 3);
  yc_test_take_picture ("files-certificate");
  yc_test_window_destroy (other);
  fixture->counter.window = window;
}

/* Each row of a list has a file of its own: seen beside the row, at the counter and in review. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  begin (fixture, "YB-0506", FAMILY);
  take (fixture, "/register", "户口簿.jpg", create_photo (0x4a6a8aff));
  take (fixture, "/members/0/proof_file", "低保证.jpg", create_photo (0x7a4a2aff));
  take (fixture, "/members/1/proof_file", "残疾人证.jpg", create_photo (0x2a7a4aff));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->counter.window));
  yc_test_wait_until (nth (fixture, YC_TYPE_FORM_ATTACHMENT, 0) != NULL ||
                      (yc_test_counter_press (&fixture->counter, "Page_Down"), FALSE));
  yc_test_wait_until (count_ready (fixture) == 2);
  g_assert_true (gtk_widget_child_focus (nth (fixture, YC_TYPE_ATTACHMENT_TILE, 0),
                                         GTK_DIR_TAB_FORWARD));
  yc_test_take_picture ("files-row-form");
  submit (fixture);
  show_review (fixture, "wangfang", 3, "files-row-review");
}

/* With the line down the clerk is told what waits; when it is back everything goes by itself. */
static void
test_waiting (Fixture *fixture, gconstpointer data)
{
  attach (fixture);
  yc_test_counter_cut_line (&fixture->counter);
  yc_test_desk_submit (fixture->draft);
  yc_test_counter_press (&fixture->counter, "ctrl+5");
  yc_test_counter_wait_to_read (&fixture->counter, "Saved, waits for the line");
  yc_test_counter_wait_to_read (&fixture->counter, "Files sent: 0 bytes of ");
  yc_test_take_picture ("files-waiting");
  yc_test_counter_join_line (&fixture->counter);
  yc_test_wait_until (yc_case_draft_get_state (fixture->draft) == YC_CASE_DRAFT_SENT);
  yc_test_wait_until (!yc_test_counter_can_read (&fixture->counter, "Files sent"));
}

int
main (int argc, char **argv)
{
  yc_test_ui_init (&argc, &argv);
  g_test_add ("/ui/files/counter", Fixture, NULL, set_up, test_counter, tear_down);
  g_test_add ("/ui/files/waiting", Fixture, NULL, set_up, test_waiting, tear_down);
  g_test_add ("/ui/files/reviewer", Fixture, NULL, set_up, test_reviewer, tear_down);
  g_test_add ("/ui/files/rows", Fixture, NULL, set_up, test_rows, tear_down);

  return g_test_run ();
}
