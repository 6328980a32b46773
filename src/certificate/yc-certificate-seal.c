/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round red seal ready to be stamped: its vector drawing, with the sheet's words showing through,
 * and its place on the sheet. */
#include "yc-certificate-seal.h"
#include "yc-certificate-seal-private.h"

#include <glib/gi18n-lib.h>

#include "yc-certificate-error.h"
#include "yc-sheet-text.h"

/* A town has some dozen issuers; a city's service has more, and forgets. */
#define MOST_KEPT 64

static const char red[] = "0.8 0.06 0.08";

G_DEFINE_BOXED_TYPE (YcCertificateSeal, yc_certificate_seal, yc_certificate_seal_ref,
                     yc_certificate_seal_unref)

/* Whether the seal shows its words in full; otherwise there must be none. */
gboolean
yc_certificate_seal_check (PangoContext        *context,
                           const YcSealDesign  *design,
                           GError             **error)
{
  const char *note = yc_seal_ink_get_note (design);

  if (*design->name == '\0')
    {
      g_set_error_literal (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_VALUE,
                           _("The issuer of the certificate has no name"));
      return FALSE;
    }

  return yc_sheet_check_text (context, design->name, error) &&
         (note == NULL || yc_sheet_check_text (context, note, error));
}

static char *
name_design (const YcSealDesign *design)
{
  const char *note = yc_seal_ink_get_note (design);

  return g_strdup_printf ("%.3f\n%s\n%s", design->diameter_mm, design->name,
                          note != NULL ? note : "");
}

/* The ink of the designs drawn last: an issuer's seal is the same on all its certificates. The
 * caller holds yc_sheet_lock(). */
static GBytes *
get_ink (PangoContext *context, const YcSealDesign *design)
{
  static GHashTable *kept;
  g_autofree char *name = name_design (design);
  GBytes *ink;

  if (kept == NULL)
    kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  ink = g_hash_table_lookup (kept, name);
  if (ink != NULL)
    return g_bytes_ref (ink);

  if (g_hash_table_size (kept) >= MOST_KEPT)
    g_hash_table_remove_all (kept);
  ink = yc_seal_ink_draw (context, design);
  g_hash_table_insert (kept, g_steal_pointer (&name), g_bytes_ref (ink));

  return ink;
}

static void
draw_texts (GString *out, double radius, double x, double y, const YcSealText *texts, guint n_texts)
{
  cairo_t *cr = yc_seal_ink_create_drawing (radius);

  for (guint i = 0; i < n_texts; i++)
    {
      cairo_move_to (cr, texts[i].x - x, texts[i].baseline - y);
      pango_cairo_layout_line_path (cr, texts[i].line);
      yc_seal_ink_append_path (out, cr);
    }
  cairo_destroy (cr);
}

/* The seal as @design wants it, with its middle at (@x, @y) of page @page, measured from the upper
 * left corner.
 *
 * @texts, which lie under it, are drawn again in black where there is red: as ink lets print show
 * through, but without the transparency that printers turn into pixels. The caller holds
 * yc_sheet_lock(). */
YcCertificateSeal *
yc_certificate_seal_new (PangoContext       *context,
                         const YcSealDesign *design,
                         guint               page,
                         double              x,
                         double              y,
                         const YcSealText   *texts,
                         guint               n_texts)
{
  YcCertificateSeal *self = g_new0 (YcCertificateSeal, 1);
  g_autoptr (GBytes) ink = get_ink (context, design);
  double radius = YC_MM (design->diameter_mm) / 2.0;
  GString *out = g_string_sized_new (g_bytes_get_size (ink) + 16384);

  g_string_append_printf (out, "%s rg\n", red);
  g_string_append_len (out, g_bytes_get_data (ink, NULL), (gssize) g_bytes_get_size (ink));
  g_string_append (out, "W f\n0 g\n");
  draw_texts (out, radius, x, y, texts, n_texts);
  g_string_append (out, "f\n");

  g_atomic_ref_count_init (&self->ref_count);
  self->page = page;
  self->x = x - radius;
  self->y = y + radius;
  self->size = 2.0 * radius;
  self->content = g_string_free_to_bytes (out);

  return self;
}

YcCertificateSeal *
yc_certificate_seal_ref (YcCertificateSeal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
yc_certificate_seal_unref (YcCertificateSeal *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_bytes_unref (self->content);
  g_free (self);
}
