/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A QR code drawn as vectors: one path of black runs, so that no seams show between modules. */
#include "yc-sheet-qr.h"
#include "yc-certificate-error.h"

#include <glib/gi18n-lib.h>
#include <qrencode.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QRcode, QRcode_free)

static gboolean
is_dark (const QRcode *code, int x, int y)
{
  return x < code->width && (code->data[y * code->width + x] & 1) != 0;
}

static void
add_row (cairo_t *cr, const QRcode *code, int y)
{
  int start = -1;

  for (int x = 0; x <= code->width; x++)
    {
      if (is_dark (code, x, y) && start < 0)
        start = x;
      else if (!is_dark (code, x, y) && start >= 0)
        {
          cairo_rectangle (cr, start, y, x - start, 1.0);
          start = -1;
        }
    }
}

static QRcode *
encode (const char *text, GError **error)
{
  QRcode *code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);

  if (code == NULL)
    g_set_error_literal (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_FAILED,
                         _("The verification address does not fit into a QR code"));

  return code;
}

/* Whether @text can be drawn. */
gboolean
yc_sheet_check_qr (const char *text, GError **error)
{
  g_autoptr (QRcode) code = encode (text, error);

  return code != NULL;
}

/* Draws @text at error level M, @size points wide without the quiet zone, which the caller leaves
 * white around it. */
gboolean
yc_sheet_draw_qr (cairo_t     *cr,
                  const char  *text,
                  double       x,
                  double       y,
                  double       size,
                  GError     **error)
{
  g_autoptr (QRcode) code = encode (text, error);

  if (code == NULL)
    return FALSE;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / code->width, size / code->width);
  for (int row = 0; row < code->width; row++)
    add_row (cr, code, row);
  cairo_set_source_rgb (cr, 0.0, 0.0, 0.0);
  cairo_fill (cr);
  cairo_restore (cr);

  return TRUE;
}
