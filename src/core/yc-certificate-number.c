/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The serial number of a certificate, with a check character. */
#include "yc-certificate-number.h"

#include "yc-check-character-private.h"
#include "yc-core-error.h"

#include <string.h>

#define LONGEST_PART YC_CERTIFICATE_NUMBER_LONGEST_PART
#define LONGEST_VERSION 6

static const char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

static gboolean
is_part (const char *text)
{
  gsize length = strspn (text, alphabet);

  return length >= 1 && length <= LONGEST_PART && text[length] == '\0';
}

static gboolean
is_number (const char *text,
           gsize       shortest)
{
  gsize length = strspn (text, "0123456789");

  return length >= shortest && length <= LONGEST_PART && text[length] == '\0';
}

char *
yc_certificate_number_compose (const char  *type,
                               const char  *issuer,
                               guint        year,
                               guint64      running,
                               guint        version,
                               GError     **error)
{
  g_autoptr (GString) number = g_string_new (NULL);
  char check;

  g_return_val_if_fail (type != NULL && issuer != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!is_part (type) || !is_part (issuer) || year < 1000 || year > 9999 || running == 0 ||
      running > G_GUINT64_CONSTANT (999999999999999999) || version == 0)
    {
      g_set_error_literal (error, YC_CORE_ERROR, YC_CORE_ERROR_CERTIFICATE_NUMBER,
                           "A part of the certificate number is empty or out of range");
      return NULL;
    }

  g_string_printf (number, "%s-%s-%04u-%06" G_GUINT64_FORMAT, type, issuer, year, running);
  if (version > 1)
    g_string_append_printf (number, "-V%u", version);
  check = yc_check_character_find (number->str, number->len);
  g_string_append_printf (number, "-%c", check);
  return g_string_free (g_steal_pointer (&number), FALSE);
}

static gboolean
is_version (const char *text)
{
  return text[0] == 'V' && text[1] != '0' && strlen (text) <= 1 + LONGEST_VERSION &&
         is_number (text + 1, 1) && strcmp (text, "V1") != 0;
}

static gboolean
has_form (GStrv parts,
          guint n)
{
  return (n == 5 || n == 6) && is_part (parts[0]) && is_part (parts[1]) &&
         strlen (parts[2]) == 4 && is_number (parts[2], 4) && is_number (parts[3], 6) &&
         (n == 5 || is_version (parts[4])) && strlen (parts[n - 1]) == 1;
}

gboolean
yc_certificate_number_parse (const char          *text,
                             YcCertificateNumber *number)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "-", 7);
  guint n = g_strv_length (parts);

  if (!has_form (parts, n) ||
      parts[n - 1][0] != yc_check_character_find (text, strlen (text) - 1))
    return FALSE;
  if (number == NULL)
    return TRUE;
  g_strlcpy (number->type, parts[0], sizeof number->type);
  g_strlcpy (number->issuer, parts[1], sizeof number->issuer);
  number->year = (guint) g_ascii_strtoull (parts[2], NULL, 10);
  number->running = g_ascii_strtoull (parts[3], NULL, 10);
  number->version = n == 6 ? (guint) g_ascii_strtoull (parts[4] + 1, NULL, 10) : 1;
  return TRUE;
}

gboolean
yc_certificate_number_check (const char *text)
{
  return yc_certificate_number_parse (text, NULL);
}
