/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The nationwide identifier of an electronic certificate. */
#include "yc-certificate-identifier.h"

#include "yc-check-character-private.h"
#include "yc-core-error.h"

#include <string.h>

#define DIGITS "0123456789"
#define ALPHABET DIGITS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define LONGEST_ISSUER 18
#define LONGEST_RUNNING 25
#define LONGEST_ROOT 64
#define VERSION_DIGITS 3
#define MOST_VERSIONS 999

/* After the root: type, issuer, running number, version, check character. */
#define N_PARTS 5

static gboolean
is_made_of (const char *text,
            const char *alphabet,
            gsize       shortest,
            gsize       longest)
{
  gsize length = strspn (text, alphabet);

  return length >= shortest && length <= longest && text[length] == '\0';
}

static gboolean
is_root (const char *text)
{
  g_auto (GStrv) arcs = g_strsplit (text, ".", -1);

  if (strlen (text) > LONGEST_ROOT || arcs[0] == NULL)
    return FALSE;
  for (guint i = 0; arcs[i] != NULL; i++)
    if (!is_made_of (arcs[i], DIGITS, 1, LONGEST_ROOT) ||
        (arcs[i][0] == '0' && arcs[i][1] != '\0'))
      return FALSE;
  return TRUE;
}

static gboolean
is_type (const char *text)
{
  return is_made_of (text, ALPHABET, YC_CERTIFICATE_TYPE_CODE_LENGTH,
                     YC_CERTIFICATE_TYPE_CODE_LENGTH);
}

static gboolean
is_version (const char *text)
{
  return is_made_of (text, DIGITS, VERSION_DIGITS, VERSION_DIGITS) && strcmp (text, "000") != 0;
}

char *
yc_certificate_identifier_compose (const char  *root,
                                   const char  *type,
                                   const char  *issuer,
                                   guint        year,
                                   guint64      running,
                                   guint        version,
                                   GError     **error)
{
  g_autofree char *body = NULL;

  g_return_val_if_fail (root != NULL && type != NULL && issuer != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!is_root (root) || !is_type (type) || !is_made_of (issuer, ALPHABET, 1, LONGEST_ISSUER) ||
      year < 1000 || year > 9999 || running == 0 || version == 0 || version > MOST_VERSIONS)
    {
      g_set_error_literal (error, YC_CORE_ERROR, YC_CORE_ERROR_CERTIFICATE_NUMBER,
                           "A part of the certificate's identifier is empty or out of range");
      return NULL;
    }
  body = g_strdup_printf ("%s.%s.%04u%06" G_GUINT64_FORMAT ".%03u", type, issuer, year, running,
                          version);
  return g_strdup_printf ("%s.%s.%c", root, body, yc_check_character_find (body, strlen (body)));
}

/* (transfer full) (nullable): everything before the last @n dots, of which it takes the rest off */
static char *
cut_root (const char *text,
          guint       n)
{
  const char *end = text + strlen (text);

  while (n > 0 && end > text)
    if (*--end == '.')
      n--;
  return n == 0 ? g_strndup (text, end - text) : NULL;
}

static gboolean
is_checked (const char *body)
{
  gsize length = strlen (body) - 1;

  return body[length] == yc_check_character_find (body, length);
}

YcCertificateIdentifier *
yc_certificate_identifier_parse (const char *text)
{
  g_autofree char *root = cut_root (text != NULL ? text : "", N_PARTS);
  const char *body = root != NULL ? text + strlen (root) + 1 : "";
  g_auto (GStrv) parts = g_strsplit (body, ".", -1);
  YcCertificateIdentifier *self;

  if (g_strv_length (parts) != N_PARTS || !is_root (root) || !is_type (parts[0]) ||
      !is_made_of (parts[1], ALPHABET, 1, LONGEST_ISSUER) ||
      !is_made_of (parts[2], ALPHABET, 1, LONGEST_RUNNING) || !is_version (parts[3]) ||
      strlen (parts[4]) != 1 || !is_checked (body))
    return NULL;
  self = g_new0 (YcCertificateIdentifier, 1);
  self->root = g_steal_pointer (&root);
  self->type = g_strdup (parts[0]);
  self->issuer = g_strdup (parts[1]);
  self->running = g_strdup (parts[2]);
  self->version = (guint) g_ascii_strtoull (parts[3], NULL, 10);
  return self;
}

void
yc_certificate_identifier_free (YcCertificateIdentifier *self)
{
  g_free (self->root);
  g_free (self->type);
  g_free (self->issuer);
  g_free (self->running);
  g_free (self);
}
