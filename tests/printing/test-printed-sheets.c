/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes out of the printer: every certificate of the sample catalog says on paper what its file says,
 * with its seal and its code; and words for a form that is printed already come out where they should. */
#include "yc-catalog-folder.h"
#include "yc-catalog-sample-data.h"
#include "yc-demo.h"
#include "yc-form.h"
#include "yc-json.h"
#include "yc-overprint-sheet.h"
#include "yc-pem-signer.h"
#include "yc-print-mark.h"
#include "yc-test-print.h"
#include "yc-test-sheet.h"

#include <stdio.h>
#include <string.h>

#define TEMPLATES 12
/* A tenth of a millimetre, in points. */
#define TENTH (72.0 / 25.4 / 10.0)
/* Answers of which everything is filled in. */
#define VARIANT 1
#define PAPER "iso_a4_210x297mm"
#define FORM_PAPER "iso_a5_148x210mm"
#define FORM_LENGTH (2100 * TENTH)

typedef struct
{
  char       *name;
  GBytes     *pdf;
  YcPrintJob *job;
} Print;

static void
print_free (gpointer data)
{
  Print *print = data;

  g_free (print->name);
  g_bytes_unref (print->pdf);
  g_clear_object (&print->job);
  g_free (print);
}

static JsonNode *
create_data (JsonNode *submission)
{
  JsonNode *data = yc_test_sheet_parse (
    "{'applicant':{'name':'欧阳𠮷䶮','id_number':'990101196803124516','mobile':'10000000101',"
    "'address':'','email':''},'case':{'number':'1'},'place':{'name':'北岸社区','code':"
    "'990119204001','seal':'黄江镇北岸社区居民委员会'},'serial':'ZM01-990119204001-2026-000123-U',"
    "'issued_at':'2026-11-21T07:42:08.123Z','today':'2026-11-21'}");

  json_object_set_member (json_node_get_object (data), "form", submission);

  return data;
}

static JsonNode *
fill_form (YcCatalogFolder *folder, JsonObject *item)
{
  JsonNode *body = yc_catalog_document_get_body (
    yc_catalog_folder_find (folder, "form", yc_json_get_string (item, "form", NULL)));
  g_autoptr (GError) error = NULL;
  g_autoptr (YcForm) form = yc_form_new (yc_json_pointer_get (body, "/schema"),
                                         yc_json_pointer_get (body, "/layout"), &error);

  g_assert_no_error (error);
  g_assert_true (yc_catalog_sample_fill (form, body, VARIANT) ||
                 yc_catalog_sample_fill (form, body, 0));

  return create_data (yc_form_get_submission (form));
}

static YcCertificateTemplate *
read_template (YcCatalogFolder *folder, const char *id)
{
  g_autoptr (GError) error = NULL;
  YcCertificateTemplate *template_ = yc_certificate_template_new (
    yc_catalog_document_get_body (yc_catalog_folder_find (folder, "template", id)), &error);

  g_assert_no_error (error);

  return template_;
}

static Print *
issue (YcCatalogFolder *folder, JsonObject *item, YcSigner *signer)
{
  const char *id = yc_json_get_string (item, "certificate", NULL);
  g_autoptr (YcCertificateTemplate) template_ = read_template (folder, id);
  g_autoptr (JsonNode) data = fill_form (folder, item);
  g_autoptr (GError) error = NULL;
  Print *print = g_new0 (Print, 1);

  print->name = g_strdup (id);
  print->pdf = yc_certificate_issue (template_, json_node_get_object (data),
                                     yc_test_sheet_get_marks (), signer, &error);
  g_assert_no_error (error);

  return print;
}

/* (element-type Print): every kind of certificate that the sample catalog has */
static GPtrArray *
issue_all (YcCatalogFolder *folder)
{
  GPtrArray *prints = g_ptr_array_new_with_free_func (print_free);
  g_autoptr (YcSigner) signer = yc_pem_signer_new_sample (NULL);

  for (guint i = 0; i < yc_catalog_folder_get_n_documents (folder); i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (folder, i);
      JsonObject *item = yc_json_node_get_object (yc_catalog_document_get_body (document));

      if (g_str_equal (yc_catalog_document_get_kind (document), "item") &&
          yc_json_get_string (item, "certificate", NULL) != NULL)
        g_ptr_array_add (prints, issue (folder, item, signer));
    }

  return prints;
}

static YcCatalogFolder *
read_catalog (void)
{
  g_autoptr (GFile) file = yc_demo_get_catalog ();
  g_autoptr (GError) error = NULL;
  YcCatalogFolder *folder = yc_catalog_folder_read (file, &error);

  g_assert_no_error (error);

  return folder;
}

static YcPrintJob *
send (YcTestPrint *f, const char *name, GBytes *pdf, const char *paper)
{
  g_autoptr (YcPrintOptions) options = yc_print_options_new (name);
  g_autoptr (GError) error = NULL;
  YcPrintJob *job;

  options->paper = g_strdup (paper);
  job = yc_test_print_send_with (yc_printers_get_default (f->printers), pdf, options, &error);
  g_assert_no_error (error);

  return job;
}

/* What came out as the printer's @index-th sheet. */
static GBytes *
take_sheet (YcTestPrint *f, guint index)
{
  g_autofree char *path = yc_test_cups_get_sheet (f->cups, YC_TEST_PRINTER, index);
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize size;

  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (bytes, size);
}

static char *
read_words (GBytes *pdf)
{
  g_autofree char *text = yc_test_sheet_run (pdf, "pdftotext", "-layout", TRUE);

  return yc_test_sheet_join (text);
}

/* The same words, the seal as large and as red, the code as readable. */
static void
assert_same (const Print *print, GBytes *sheet)
{
  g_autofree char *words = read_words (print->pdf);
  g_autofree char *printed = read_words (sheet);
  g_autofree char *code = yc_test_sheet_read_code (print->pdf);
  g_autofree char *printed_code = yc_test_sheet_read_code (sheet);
  guint red = yc_test_sheet_count_red (print->pdf);
  guint printed_red = yc_test_sheet_count_red (sheet);

  yc_test_sheet_save (sheet, print->name);
  g_test_message ("%s: %zu bytes of words, %u red dots, %u on paper", print->name, strlen (words),
                  red, printed_red);
  g_assert_cmpuint (strlen (words), >, 200);
  g_assert_cmpstr (printed, ==, words);
  g_assert_cmpstr (printed_code, ==, code);
  /* The rings fall between other pixels: the printer's page begins elsewhere by half a point. */
  g_assert_cmpuint (red, >, 900);
  g_assert_cmpuint (ABS ((int) printed_red - (int) red), <=, red / 12);
}

static void
test_certificates (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcCatalogFolder) folder = read_catalog ();
  g_autoptr (GPtrArray) prints = issue_all (folder);

  g_assert_cmpuint (prints->len, >=, TEMPLATES);
  for (guint i = 0; i < prints->len; i++)
    {
      Print *print = g_ptr_array_index (prints, i);

      print->job = send (f, print->name, print->pdf, PAPER);
    }
  for (guint i = 0; i < prints->len; i++)
    {
      const Print *print = g_ptr_array_index (prints, i);
      g_autoptr (GBytes) sheet = NULL;

      yc_test_print_wait_for_state (print->job, YC_PRINT_JOB_DONE);
      sheet = take_sheet (f, i);
      assert_same (print, sheet);
    }
  yc_test_print_assert_sheets (f, prints->len);
}

static JsonObject *
find_item (YcCatalogFolder *folder, const char *code)
{
  return yc_json_node_get_object (
    yc_catalog_document_get_body (yc_catalog_folder_find (folder, "item", code)));
}

/* How many dots are dark where 第N次打印 stands, at the upper right, at 50 to the inch. */
static guint
count_dark_at_head (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (
    G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "pdftoppm", "-gray",
    "-r", "50", "-l", "1", "-x", "200", "-y", "15", "-W", "170", "-H", "18", "-", NULL);
  g_autoptr (GBytes) picture = NULL;
  const guint8 *data;
  gsize size;
  guint n_dark = 0;

  g_assert_no_error (error);
  g_subprocess_communicate (process, pdf, NULL, &picture, NULL, &error);
  g_assert_no_error (error);
  data = g_bytes_get_data (picture, &size);
  /* Behind a head of 14 bytes, "P5 170 18 255". */
  for (gsize i = 14; i < size; i++)
    n_dark += data[i] < 160;

  return n_dark;
}

/* A further sheet says all that the first one does, and which one it is: on paper, where filters have put
 * the parts of its page together. */
static void
test_further (YcTestPrint *f, gconstpointer data)
{
  g_autoptr (YcCatalogFolder) folder = read_catalog ();
  g_autoptr (YcSigner) signer = yc_pem_signer_new_sample (NULL);
  Print *print = issue (folder, find_item (folder, "YS-0101"), signer);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) marked =
    yc_print_mark_add (print->pdf, 2, yc_test_sheet_get_time (), &error);
  g_autoptr (GBytes) sheet = NULL;

  g_assert_no_error (error);
  g_free (print->name);
  print->name = g_strdup ("further");
  print->job = send (f, "further", marked, PAPER);
  yc_test_print_wait_for_state (print->job, YC_PRINT_JOB_DONE);
  sheet = take_sheet (f, 0);
  assert_same (print, sheet);
  g_test_message ("%u dark dots at the head, %u on the further sheet",
                  count_dark_at_head (print->pdf), count_dark_at_head (sheet));
  g_assert_cmpuint (count_dark_at_head (sheet), >, count_dark_at_head (print->pdf) + 20);
  print_free (print);
}

/* A word's box on a sheet, in points. */
typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
} Box;

static Box
find_box (GBytes *pdf, const char *word)
{
  g_autofree char *text = yc_test_sheet_run (pdf, "pdftotext", "-bbox", TRUE);
  g_autofree char *end = g_strdup_printf ("\">%s</word>", word);
  const char *at = strstr (text, end);
  Box box;

  if (at == NULL)
    g_error ("“%s” is not on the sheet: %s", word, text);
  at = g_strrstr_len (text, at - text, "<word ");
  g_assert_cmpint (sscanf (at, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"",
                           &box.left, &box.top, &box.right, &box.bottom), ==, 4);

  return box;
}

static GBytes *
compose_overprint (YcCatalogFolder *folder, YcSheetShift shift)
{
  g_autoptr (YcCertificateTemplate) template_ = read_template (folder, "lease-filing");
  g_autoptr (JsonNode) data = fill_form (folder, find_item (folder, "ZJ-0701"));
  g_autoptr (GError) error = NULL;
  GBytes *pdf = yc_overprint_compose (template_, json_node_get_object (data), &shift, FALSE,
                                      yc_test_sheet_get_time (), &error);

  g_assert_no_error (error);

  return pdf;
}

/* The seal's owner is 41 mm from the left and stands on the line 137 mm from the top, and a shift of
 * 1.3 and −0.7 mm is that on paper, to a tenth of a millimetre: no filter makes the sheet smaller. The
 * form lies, and the printer takes its paper standing: what was left is below. */
static void
test_overprint (YcTestPrint *f, gconstpointer data)
{
  static const char word[] = "黄江镇北岸社区居民委员会";
  g_autoptr (YcCatalogFolder) folder = read_catalog ();
  g_autoptr (GBytes) plain = compose_overprint (folder, (YcSheetShift){ 0 });
  g_autoptr (GBytes) moved = compose_overprint (folder, (YcSheetShift){ 1.3, -0.7 });
  g_autoptr (YcPrintJob) job = send (f, "overprint", plain, FORM_PAPER);
  g_autoptr (YcPrintJob) moved_job = send (f, "overprint-moved", moved, FORM_PAPER);
  g_autoptr (GBytes) sheet = NULL;
  g_autoptr (GBytes) moved_sheet = NULL;
  Box in_file, on_paper, on_moved;

  yc_test_print_wait_for_state (job, YC_PRINT_JOB_DONE);
  yc_test_print_wait_for_state (moved_job, YC_PRINT_JOB_DONE);
  sheet = take_sheet (f, 0);
  moved_sheet = take_sheet (f, 1);
  yc_test_sheet_save (sheet, "overprint-printed");
  in_file = find_box (plain, word);
  on_paper = find_box (sheet, word);
  on_moved = find_box (moved_sheet, word);
  g_test_message ("in the file %.3f %.3f, on paper %.3f %.3f, moved %.3f %.3f", in_file.left,
                  in_file.bottom, on_paper.left, on_paper.bottom, on_moved.left, on_moved.bottom);
  g_assert_cmpfloat_with_epsilon (in_file.left, 410 * TENTH, TENTH / 2);
  g_assert_cmpfloat_with_epsilon (on_paper.left, in_file.top, TENTH);
  g_assert_cmpfloat_with_epsilon (FORM_LENGTH - on_paper.bottom, in_file.left, TENTH);
  g_assert_cmpfloat_with_epsilon (on_paper.bottom - on_moved.bottom, 13 * TENTH, TENTH / 10);
  g_assert_cmpfloat_with_epsilon (on_moved.left - on_paper.left, -7 * TENTH, TENTH / 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/printed-sheets/certificates", YcTestPrint, NULL, yc_test_print_set_up,
              test_certificates, yc_test_print_tear_down);
  g_test_add ("/printed-sheets/further", YcTestPrint, NULL, yc_test_print_set_up, test_further,
              yc_test_print_tear_down);
  g_test_add ("/printed-sheets/overprint", YcTestPrint, NULL, yc_test_print_set_up, test_overprint,
              yc_test_print_tear_down);

  return g_test_run ();
}
