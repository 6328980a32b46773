/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts seal and signature on a composed sheet: one incremental update with a signature field
 * (ISO 32000-1, 12.8; PAdES, ETSI EN 319 142-1). The signature certifies the document with "no
 * change permitted", and covers every byte but its own. */
#include "yc-certificate-signature.h"
#include "yc-certificate-error.h"
#include "yc-certificate-seal-private.h"
#include "yc-day.h"
#include "yc-pdf-update-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Stands in the file until the offsets are known; at least as long as they can be. */
#define RANGE_SPACE "[0 0000000000 0000000000 0000000000]"

typedef struct
{
  YcPdfFile                *file;
  YcPdfUpdate              *update;
  YcSigner                 *signer;
  YcCertificateSeal        *seal;
  const YcCertificateMarks *marks;

  guint                     page;
  /* In points; its lower left corner is the origin. */
  double                    page_height;
  guint                     field;
  guint                     signature;
  guint                     appearance;

  gsize                     range_at;
  gsize                     contents_at;
  gsize                     contents_end;
} Job;

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_DOCUMENT,
                       _("The PDF is not a composed sheet: it cannot be signed"));

  return FALSE;
}

/* Begins a new version of a dictionary of the file, open for more members. */
static GString *
reopen (Job *job, guint number, const char *const *forbidden, GError **error)
{
  YcPdfSpan dictionary, value;
  GString *out;

  if (!yc_pdf_file_get_object (job->file, number, &dictionary) ||
      dictionary.end - dictionary.at < 4 || memcmp (dictionary.at, "<<", 2) != 0)
    {
      fail (error);
      return NULL;
    }
  for (; *forbidden != NULL; forbidden++)
    if (yc_pdf_find_key (dictionary, *forbidden, &value))
      {
        fail (error);
        return NULL;
      }

  out = yc_pdf_update_begin (job->update, number);
  g_string_append_len (out, dictionary.at, dictionary.end - dictionary.at - 2);

  return out;
}

static void
append_entry (GString *out, const char *key, const char *utf8)
{
  g_string_append_printf (out, "\n%s ", key);
  yc_pdf_append_text (out, utf8);
}

static gboolean
write_catalog (Job *job, GError **error)
{
  static const char *const forbidden[] = { "/AcroForm", "/Perms", NULL };
  YcPdfSpan root, dictionary, value;
  guint number;
  GString *out;

  if (!yc_pdf_find_key (yc_pdf_file_get_trailer (job->file), "/Root", &root) ||
      !yc_pdf_read_ref (root, &number))
    return fail (error);
  out = reopen (job, number, forbidden, error);
  if (out == NULL)
    return FALSE;

  yc_pdf_file_get_object (job->file, number, &dictionary);
  if (!yc_pdf_find_key (dictionary, "/Lang", &value))
    g_string_append (out, " /Lang (zh-CN)");
  if (!yc_pdf_find_key (dictionary, "/ViewerPreferences", &value))
    g_string_append (out, " /ViewerPreferences << /DisplayDocTitle true >>");
  g_string_append_printf (out,
                          "\n/AcroForm << /Fields [%u 0 R] /SigFlags 3 >>"
                          " /Perms << /DocMDP %u 0 R >> >>",
                          job->field, job->signature);
  yc_pdf_update_end (job->update);

  return TRUE;
}

static gboolean
write_page (Job *job, GError **error)
{
  static const char *const forbidden[] = { "/Annots", NULL };
  GString *out = reopen (job, job->page, forbidden, error);

  if (out == NULL)
    return FALSE;

  g_string_append_printf (out, " /Annots [%u 0 R] >>", job->field);
  yc_pdf_update_end (job->update);

  return TRUE;
}

static void
append_rectangle (GString *out, double left, double bottom, double right, double top)
{
  const double numbers[] = { left, bottom, right, top };

  g_string_append_c (out, '[');
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_string_append_c (out, ' ');
      yc_pdf_append_number (out, numbers[i]);
    }
  g_string_append (out, " ]");
}

/* The field and its widget in one; flags: print, locked. */
static void
write_field (Job *job)
{
  GString *out = yc_pdf_update_begin (job->update, job->field);
  const YcCertificateSeal *seal = job->seal;

  g_string_append_printf (out,
                          "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /F 132"
                          " /V %u 0 R /P %u 0 R",
                          job->signature, job->page);
  append_entry (out, "/TU", job->marks->issuer);
  g_string_append (out, "\n/Rect ");
  if (seal != NULL)
    {
      append_rectangle (out, seal->x, job->page_height - seal->y, seal->x + seal->size,
                        job->page_height - seal->y + seal->size);
      g_string_append_printf (out, " /AP << /N %u 0 R >>", job->appearance);
    }
  else
    append_rectangle (out, 0, 0, 0, 0);
  g_string_append (out, " >>");
  yc_pdf_update_end (job->update);
}

static gboolean
write_appearance (Job *job, GError **error)
{
  g_autoptr (GBytes) packed = NULL;
  GString *out;

  if (job->seal == NULL)
    return TRUE;
  packed = yc_certificate_seal_pack (job->seal, error);
  if (packed == NULL)
    return FALSE;

  out = yc_pdf_update_begin (job->update, job->appearance);
  g_string_append (out, "<< /Type /XObject /Subtype /Form /Resources << >> /BBox ");
  append_rectangle (out, 0, 0, job->seal->size, job->seal->size);
  g_string_append_printf (out, " /Filter /FlateDecode /Length %" G_GSIZE_FORMAT " >>\nstream\n",
                          g_bytes_get_size (packed));
  g_string_append_len (out, g_bytes_get_data (packed, NULL), (gssize) g_bytes_get_size (packed));
  g_string_append (out, "\nendstream");
  yc_pdf_update_end (job->update);

  return TRUE;
}

static void
append_time (GString *out, GDateTime *time)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (time);
  g_autofree char *text = g_date_time_format (utc, "%Y%m%d%H%M%S");

  g_string_append_printf (out, "\n/M (D:%sZ)", text);
}

/* So that a verifier can tell with the line down: the sheet has it for people only. */
static void
append_last_day (GString *out, GDateTime *valid_until)
{
  g_autoptr (GDateTime) local = yc_day_in_china (valid_until, 0);
  g_autofree char *day = g_date_time_format (local, "%Y-%m-%d");

  append_entry (out, "/YC_ValidUntil", day);
}

static void
write_signature (Job *job)
{
  GString *out = yc_pdf_update_begin (job->update, job->signature);
  gsize size = yc_signer_get_size (job->signer);

  g_string_append_printf (out, "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /%s",
                          yc_signer_get_sub_filter (job->signer));
  append_time (out, job->marks->issued_at);
  append_entry (out, "/Name", yc_signer_get_name (job->signer));
  append_entry (out, "/Location", job->marks->issuer);
  append_entry (out, "/ContactInfo", job->marks->verify_url);
  append_entry (out, "/YC_Serial", job->marks->serial);
  if (job->marks->identifier != NULL)
    append_entry (out, "/YC_Identifier", job->marks->identifier);
  if (job->marks->valid_until != NULL)
    append_last_day (out, job->marks->valid_until);
  g_string_append (out, "\n/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams"
                        " << /Type /TransformParams /P 1 /V /1.2 >> >>]\n/ByteRange ");
  job->range_at = out->len;
  g_string_append (out, RANGE_SPACE "\n/Contents ");

  job->contents_at = out->len;
  g_string_append_c (out, '<');
  g_string_set_size (out, out->len + 2 * size);
  memset (out->str + job->contents_at + 1, '0', 2 * size);
  g_string_append_c (out, '>');
  job->contents_end = out->len;
  g_string_append (out, " >>");
  yc_pdf_update_end (job->update);
}

static void
patch_range (Job *job, GString *out)
{
  g_autofree char *range = g_strdup_printf ("[0 %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT
                                            " %" G_GSIZE_FORMAT,
                                            job->contents_at, job->contents_end,
                                            out->len - job->contents_end);
  gsize length = strlen (range);

  g_assert (length < strlen (RANGE_SPACE));
  memset (out->str + job->range_at, ' ', strlen (RANGE_SPACE) - 1);
  memcpy (out->str + job->range_at, range, length);
}

static gboolean
patch_contents (Job *job, GString *out, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_sized_new ((guint) out->len);
  g_autoptr (GBytes) covered = NULL;
  g_autoptr (GBytes) der = NULL;
  g_autoptr (GString) hex = g_string_new (NULL);

  g_byte_array_append (content, (const guint8 *) out->str, (guint) job->contents_at);
  g_byte_array_append (content, (const guint8 *) out->str + job->contents_end,
                       (guint) (out->len - job->contents_end));
  covered = g_byte_array_free_to_bytes (g_steal_pointer (&content));

  der = yc_signer_sign (job->signer, covered, job->marks->issued_at, error);
  if (der == NULL)
    return FALSE;
  yc_pdf_append_hex (hex, g_bytes_get_data (der, NULL), g_bytes_get_size (der));
  memcpy (out->str + job->contents_at + 1, hex->str, hex->len);

  return TRUE;
}

/* The page that gets the seal. */
static gboolean
find_page (Job *job, GError **error)
{
  YcPdfSpan page;
  double width;

  return (yc_pdf_file_find_page (job->file, job->seal != NULL ? job->seal->page : 0, &job->page) &&
          yc_pdf_file_get_object (job->file, job->page, &page) &&
          yc_pdf_page_read_paper (page, &width, &job->page_height)) ||
         fail (error);
}

static gboolean
write_objects (Job *job, GError **error)
{
  job->field = yc_pdf_update_add_number (job->update);
  job->signature = yc_pdf_update_add_number (job->update);
  if (job->seal != NULL)
    job->appearance = yc_pdf_update_add_number (job->update);

  if (!write_catalog (job, error) || !write_page (job, error) || !write_appearance (job, error))
    return FALSE;
  write_field (job);
  write_signature (job);

  return TRUE;
}

GBytes *
yc_certificate_sign (GBytes                    *pdf,
                     YcSigner                  *signer,
                     YcCertificateSeal         *seal,
                     const YcCertificateMarks  *marks,
                     GError                   **error)
{
  g_autoptr (YcPdfFile) file = NULL;
  g_autoptr (YcPdfUpdate) update = NULL;
  g_autoptr (GString) out = NULL;
  Job job = { .signer = signer, .seal = seal, .marks = marks };

  g_return_val_if_fail (pdf != NULL, NULL);
  g_return_val_if_fail (YC_IS_SIGNER (signer), NULL);
  g_return_val_if_fail (marks != NULL && marks->issued_at != NULL, NULL);

  job.file = file = yc_pdf_file_new (pdf, 1, error);
  if (file == NULL || !find_page (&job, error))
    return NULL;

  job.update = update = yc_pdf_update_new (file, pdf);
  if (!write_objects (&job, error))
    return NULL;
  out = yc_pdf_update_finish (update);
  patch_range (&job, out);
  if (!patch_contents (&job, out, error))
    return NULL;

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

GBytes *
yc_certificate_issue (YcCertificateTemplate     *template_,
                      JsonObject                *data,
                      const YcCertificateMarks  *marks,
                      YcSigner                  *signer,
                      GError                   **error)
{
  g_autoptr (YcCertificateSeal) seal = NULL;
  g_autoptr (GBytes) sheet = NULL;

  g_return_val_if_fail (marks != NULL && marks->purpose != YC_SHEET_PREVIEW, NULL);

  if (yc_certificate_template_get_use (template_) != YC_TEMPLATE_CERTIFICATE)
    {
      g_set_error_literal (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_TEMPLATE,
                           _("A notice is not issued as a certificate"));
      return NULL;
    }

  sheet = yc_certificate_compose (template_, data, marks, &seal, error);
  if (sheet == NULL)
    return NULL;

  return yc_certificate_sign (sheet, signer, seal, marks, error);
}
