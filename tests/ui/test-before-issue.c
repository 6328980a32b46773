/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case's way on paper around its certificate: the certificate looked at before it is issued, by who
 * takes it in and by who decides, and the notices that the applicant is handed. Real service, real keys. */
#include "yc-attachment.h"
#include "yc-certificate-look.h"
#include "yc-json.h"
#include "yc-paper-print.h"
#include "yc-preview-view.h"
#include "yc-print-panel.h"
#include "yc-test-counter.h"
#include "yc-test-files.h"
#include "yc-test-window.h"

#include <string.h>

typedef struct
{
  YcTestCounter counter;
  YcCaseDraft  *draft;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  yc_test_counter_open (&fixture->counter, TRUE);
  yc_test_counter_sign_in (&fixture->counter, "chenxiao");
  yc_test_desk_wait_for_catalog (fixture->counter.desk);
  fixture->draft = yc_test_counter_fill_draft (&fixture->counter);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  yc_test_counter_close (&fixture->counter);
}

static void
take_text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = yc_document_load_text_finish (YC_DOCUMENT (source), result, NULL);
}

/* (transfer full): the words of the first page that a preview shows, without its lines' ends */
static char *
read_paper (Fixture *fixture)
{
  YcPreviewView *preview =
      YC_PREVIEW_VIEW (yc_test_counter_find (&fixture->counter, YC_TYPE_PREVIEW_VIEW));
  g_auto (GStrv) lines = NULL;
  char *text = NULL;

  yc_test_wait_until (yc_preview_view_get_document (preview) != NULL);
  yc_document_load_text_async (yc_preview_view_get_document (preview), 0, NULL, take_text_cb, &text);
  yc_test_wait_until (text != NULL);
  lines = g_strsplit (text, "\n", -1);
  g_free (text);

  return g_strjoinv ("", lines);
}

static void
assert_paper (Fixture *fixture, const char *picture, const char *const *words)
{
  g_autofree char *text = read_paper (fixture);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      g_error ("“%s” is not in:\n%s", words[i], text);
  yc_test_ui_settle ();
  yc_test_take_picture (picture);
}

/* @type: of what stands on the sheet */
static void
close_sheet (Fixture *fixture, GType type)
{
  GtkWidget *window = GTK_WIDGET (fixture->counter.window);

  yc_test_counter_press (&fixture->counter, "Escape");
  yc_test_wait_until (yc_test_ui_find (window, type, NULL) == NULL);
}

static void
look (Fixture *fixture, const char *picture)
{
  static const char *const words[] = { "阶梯水费办理证明", "出证前的预览，无效", "居民委员会", NULL };

  yc_test_counter_press (&fixture->counter, "ctrl+shift+p");
  yc_test_counter_wait_to_read (&fixture->counter, "Preview of the certificate");
  assert_paper (fixture, picture, words);
  /* There is nothing that prints it. */
  g_assert_null (yc_test_ui_find (yc_test_counter_find (&fixture->counter, YC_TYPE_CERTIFICATE_LOOK),
                                  YC_TYPE_PRINT_PANEL, NULL));
  close_sheet (fixture, YC_TYPE_CERTIFICATE_LOOK);
}

static void
go_to_check (Fixture *fixture)
{
  yc_test_counter_press (&fixture->counter, "ctrl+4");
  yc_test_wait_until (yc_test_counter_get_step (&fixture->counter) == YC_STEP_CHECK);
}

static void
submit (Fixture *fixture)
{
  go_to_check (fixture);
  yc_test_counter_press (&fixture->counter, "ctrl+Return");
  yc_test_counter_wait_to_read (&fixture->counter, "With the reviewer");
}

static void
decide (Fixture *fixture, const char *body)
{
  g_autofree char *path = g_strdup_printf ("/api/v1/cases/%s/decisions",
                                           yc_case_draft_get_case_id (fixture->draft));
  g_autofree char *token = yc_test_service_sign_in (fixture->counter.service, "wangfang");
  g_autoptr (JsonObject) answer =
      yc_test_service_post (fixture->counter.service, path, token,
                            "If-Match: \"1\"\r\nIdempotency-Key: decided\r\n", body, 200);

  g_assert_nonnull (answer);
}

/* What stands between the addressee and the last words. */
static char *
cut_body (const char *text)
{
  const char *begin = strstr (text, "黄江供水有限公司");
  const char *end = strstr (text, "特此证明。");

  g_assert_true (begin != NULL && end != NULL && begin < end);

  return g_strndup (begin, (gsize) (end - begin));
}

/* Word for word what is issued afterwards. */
static void
test_same (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL, *expected = NULL, *body = NULL;

  go_to_check (fixture);
  yc_test_counter_press (&fixture->counter, "ctrl+shift+p");
  before = read_paper (fixture);
  close_sheet (fixture, YC_TYPE_CERTIFICATE_LOOK);
  submit (fixture);
  decide (fixture, "{\"decision\":\"approve\"}");
  yc_test_wait_until (yc_case_get_certificate_serial (yc_case_draft_get_case (fixture->draft)) != NULL);
  after = read_paper (fixture);
  expected = cut_body (before);
  body = cut_body (after);
  g_assert_cmpstr (body, ==, expected);
  g_assert_nonnull (strstr (after, yc_case_get_certificate_serial (
                                       yc_case_draft_get_case (fixture->draft))));
}

/* Gives the certificate a photo, and the form one that is kept at this desk. */
static void
add_photo (Fixture *fixture)
{
  static const char template_[] =
      "{\"id\":\"tiered-water\",\"type\":\"ZM01\",\"title\":\"阶梯水费办理证明\",\"blocks\":["
      "{\"photo\":{\"source\":\"form.portrait\"}},{\"text\":\"兹证明{applicant.name}属实。\"}]}";
  YcDesk *desk = fixture->counter.desk;
  YcForm *form = yc_case_draft_get_form (fixture->draft);
  g_autoptr (JsonNode) body = yc_json_parse (template_, -1, NULL, NULL);
  g_autoptr (JsonNode) data = yc_form_get_data (form);
  g_autoptr (GBytes) png = yc_test_files_create_png (1000, 1);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *id = NULL;

  g_assert_true (yc_catalog_apply (yc_desk_get_catalog (desk), "template", "tiered-water", body, NULL));
  yc_attachments_put_async (yc_desk_get_attachments (desk), png, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  id = yc_attachments_put_finish (yc_desk_get_attachments (desk), result, NULL);
  g_assert_nonnull (id);
  json_object_set_member (json_node_get_object (data), "portrait",
                          yc_attachment_new (id, "a.png", "image/png",
                                             (gint64) g_bytes_get_size (png)));
  g_assert_true (yc_form_set_data (form, data, NULL));
}

/* A photo is in its frame before it is sent anywhere. */
static void
test_photo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  add_photo (fixture);
  yc_test_counter_cut_line (&fixture->counter);
  go_to_check (fixture);
  yc_test_counter_press (&fixture->counter, "ctrl+shift+p");
  text = read_paper (fixture);
  g_assert_nonnull (strstr (text, "属实。"));
  g_assert_null (strstr (text, "贴照片处"));
  close_sheet (fixture, YC_TYPE_CERTIFICATE_LOOK);
}

/* With the line and without it; not before the form is filled in. */
static void
test_check (Fixture *fixture, gconstpointer data)
{
  YcForm *form = yc_case_draft_get_form (fixture->draft);
  g_autoptr (JsonNode) filled = yc_form_get_data (form);
  g_autoptr (JsonNode) empty = json_node_init_object (json_node_alloc (), json_object_new ());

  go_to_check (fixture);
  yc_test_take_picture ("look-before");
  look (fixture, "look-check");
  yc_test_counter_cut_line (&fixture->counter);
  look (fixture, "look-offline");

  g_assert_true (yc_form_set_data (form, empty, NULL));
  yc_test_counter_press (&fixture->counter, "ctrl+shift+p");
  yc_test_counter_wait_to_read (&fixture->counter,
                                "The form has to be filled in first: F2 goes to what is missing.");
  yc_test_take_picture ("look-incomplete");
  close_sheet (fixture, YC_TYPE_CERTIFICATE_LOOK);
  g_assert_true (yc_form_set_data (form, filled, NULL));
}

static void
print_notice (Fixture *fixture, const char *title, const char *const *words)
{
  g_autofree char *picture = g_strdup_printf ("notice-%s", words[0]);

  yc_test_counter_press (&fixture->counter, "ctrl+p");
  yc_test_counter_wait_to_read (&fixture->counter, title);
  g_assert_nonnull (yc_test_counter_find (&fixture->counter, YC_TYPE_PRINT_PANEL));
  assert_paper (fixture, picture, words + 1);
  close_sheet (fixture, YC_TYPE_PAPER_PRINT);
}

/* The certificate before the decision; after it, what the applicant is handed instead. */
static void
test_review (Fixture *fixture, gconstpointer data)
{
  static const char *const refused[] = { "review", "不予许可决定书", "查无此户", "行政复议", NULL };
  GtkWidget *note;

  submit (fixture);
  yc_test_desk_sign_out (fixture->counter.desk);
  yc_test_counter_sign_in (&fixture->counter, "wangfang");
  yc_test_counter_press (&fixture->counter, "alt+3");
  yc_test_counter_wait_to_read (&fixture->counter, "Preview the certificate");
  yc_test_take_picture ("look-review-before");
  look (fixture, "look-review");
  yc_test_counter_press (&fixture->counter, "n");
  yc_test_counter_wait_to_read (&fixture->counter, "Do not grant: this ends the case.");
  note = yc_test_counter_find (&fixture->counter, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), "查无此户。", -1);
  yc_test_counter_press (&fixture->counter, "ctrl+Return");
  yc_test_counter_wait_to_read (&fixture->counter, "Ctrl+P");
  print_notice (fixture, "不予许可决定书", refused);
}

/* What was taken in, and then what is to be mended. */
static void
test_acceptance (Fixture *fixture, gconstpointer data)
{
  static const char *const accepted[] = { "acceptance", "受理通知书", "予以受理", "已收材料",
                                          "申请人（签收）", "综合窗口", "演练样例", NULL };
  static const char *const returned[] = { "supplement", "一次性告知", "每页签名", "综合窗口", NULL };

  submit (fixture);
  yc_test_take_picture ("notice-before");
  print_notice (fixture, "受理通知书", accepted);
  decide (fixture, "{\"decision\":\"return\",\"reason\":\"R-LEASE-SIGN\",\"cause\":\"clerk\","
                   "\"note\":\"合同第二页没有签名，请补签，做到每页签名。\"}");
  yc_test_counter_wait_to_read (&fixture->counter, "Returned: mend it and send it again");
  print_notice (fixture, "补正材料一次性告知书", returned);
}

static void
test_refusal (Fixture *fixture, gconstpointer data)
{
  static const char *const refused[] = { "refusal", "不予许可决定书", "不在本村供水范围",
                                         "行政复议", "居民委员会", NULL };

  submit (fixture);
  decide (fixture, "{\"decision\":\"refuse\",\"note\":\"申请地址不在本村供水范围。\"}");
  yc_test_counter_wait_to_read (&fixture->counter, "不予许可决定书");
  print_notice (fixture, "不予许可决定书", refused);
}

int
main (int argc, char **argv)
{
  yc_test_ui_init (&argc, &argv);
  g_test_add ("/ui/before-issue/check", Fixture, NULL, set_up, test_check, tear_down);
  g_test_add ("/ui/before-issue/same", Fixture, NULL, set_up, test_same, tear_down);
  g_test_add ("/ui/before-issue/photo", Fixture, NULL, set_up, test_photo, tear_down);
  g_test_add ("/ui/before-issue/review", Fixture, NULL, set_up, test_review, tear_down);
  g_test_add ("/ui/before-issue/acceptance", Fixture, NULL, set_up, test_acceptance, tear_down);
  g_test_add ("/ui/before-issue/refusal", Fixture, NULL, set_up, test_refusal, tear_down);

  return g_test_run ();
}
