/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a certificate's QR code says beside the address: enough to check the sheet of paper with the
 * line down.
 *
 * Behind the "#" stand 93 bytes in base64url without padding: the format's number, 8 bytes of the
 * key's SHA-256, the day of issue and the last day of validity (two bytes each, the highest first:
 * days since 1 January 2000, 0 for none), 16 bytes of the words' SHA-256, the signature. It is made
 * over a fixed word, the number and all the bytes before it. */
#include "yc-verify-mark.h"
#include "yc-verify-mark-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <openssl/pem.h>

#include "yc-certificate-error.h"
#include "yc-certificate-number.h"
#include "yc-json.h"
#include "yc-trust-private.h"

#define FORMAT 1
#define HEAD_BYTES (1 + YC_VERIFY_MARK_KEY_ID_BYTES + 2 + 2 + YC_VERIFY_MARK_HASH_BYTES)
#define WHOLE_BYTES (HEAD_BYTES + YC_VERIFY_MARK_SIGNATURE_BYTES)
/* Longer than any address a code of ours could hold. */
#define MOST_TEXT 2048

static const char *const usual_essentials[] = { "applicant.name", "applicant.id_number", NULL };

static const char purpose[] = "yichuang certificate mark";

G_STATIC_ASSERT (WHOLE_BYTES == 93);

static guint32
get_epoch (void)
{
  GDate epoch;

  g_date_set_dmy (&epoch, 1, G_DATE_JANUARY, 2000);

  return g_date_get_julian (&epoch);
}

static guint8 *
write_day (guint8 *at, const GDate *day)
{
  guint32 days = g_date_valid (day) ? g_date_get_julian (day) - get_epoch () : 0;

  /* Beyond 2179 is as good as without an end. */
  if (days > G_MAXUINT16)
    days = 0;
  at[0] = (guint8) (days >> 8);
  at[1] = (guint8) days;

  return at + 2;
}

static const guint8 *
read_day (const guint8 *at, GDate *day)
{
  guint32 days = (guint32) at[0] << 8 | at[1];

  g_date_clear (day, 1);
  if (days > 0)
    g_date_set_julian (day, get_epoch () + days);

  return at + 2;
}

static guint8 *
write_bytes (guint8 *at, const guint8 *bytes, gsize size)
{
  memcpy (at, bytes, size);

  return at + size;
}

static const guint8 *
read_bytes (const guint8 *at, guint8 *bytes, gsize size)
{
  memcpy (bytes, at, size);

  return at + size;
}

static void
write_head (const YcVerifyMark *self, guint8 *head)
{
  *head++ = FORMAT;
  head = write_bytes (head, self->key_id, sizeof self->key_id);
  head = write_day (head, &self->issued);
  head = write_day (head, &self->until);
  write_bytes (head, self->hash, sizeof self->hash);
}

/* The bytes that the signature is made over. */
GBytes *
yc_verify_mark_get_message (const YcVerifyMark *self)
{
  GByteArray *message = g_byte_array_new ();
  guint8 head[HEAD_BYTES];

  write_head (self, head);
  g_byte_array_append (message, (const guint8 *) purpose, sizeof purpose);
  g_byte_array_append (message, (const guint8 *) self->serial, (guint) strlen (self->serial) + 1);
  g_byte_array_append (message, head, sizeof head);

  return g_byte_array_free_to_bytes (message);
}

/* What stands behind the address's "#". */
char *
yc_verify_mark_write (const YcVerifyMark *self)
{
  guint8 whole[WHOLE_BYTES];
  char *text;

  write_head (self, whole);
  memcpy (whole + HEAD_BYTES, self->signature, sizeof self->signature);
  text = g_base64_encode (whole, sizeof whole);
  g_strdelimit (text, "+", '-');
  g_strdelimit (text, "/", '_');
  G_STATIC_ASSERT (WHOLE_BYTES % 3 == 0);

  return text;
}

/* The first bytes of the SHA-256 of the public key as X.509 writes it. */
void
yc_verify_mark_find_key_id (EVP_PKEY *key, guint8 *key_id)
{
  unsigned char *der = NULL;
  int size = i2d_PUBKEY (key, &der);
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, der, MAX (size, 0));
  g_checksum_get_digest (checksum, digest, &length);
  memcpy (key_id, digest, YC_VERIFY_MARK_KEY_ID_BYTES);
  OPENSSL_free (der);
}

/* Words that look the same are the same: typed wide or narrow, with or without spaces, an x for an
 * X at an ID number's end. */
static char *
fold (const char *words)
{
  g_autofree char *normal = g_utf8_normalize (words, -1, G_NORMALIZE_NFKC);
  g_autoptr (GString) dense = g_string_new (NULL);

  for (const char *p = normal; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && !g_unichar_iszerowidth (g_utf8_get_char (p)))
      g_string_append_unichar (dense, g_utf8_get_char (p));

  return g_utf8_casefold (dense->str, (gssize) dense->len);
}

void
yc_verify_mark_hash (const char *serial, JsonObject *essentials, guint8 *hash)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GList) names =
      g_list_sort (json_object_get_members (essentials), (GCompareFunc) strcmp);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guchar *) serial, (gssize) strlen (serial) + 1);
  for (GList *name = names; name != NULL; name = name->next)
    {
      g_autofree char *words = fold (yc_json_get_string (essentials, name->data, ""));

      g_checksum_update (checksum, name->data, (gssize) strlen (name->data) + 1);
      g_checksum_update (checksum, (const guchar *) words, (gssize) strlen (words) + 1);
    }
  g_checksum_get_digest (checksum, digest, &length);
  memcpy (hash, digest, YC_VERIFY_MARK_HASH_BYTES);
}

/* The part between the address's last slash and its "#". */
static char *
dup_serial (const char *text, const char *hash)
{
  const char *start = hash;
  g_autofree char *serial = NULL;

  while (start > text && start[-1] != '/')
    start--;
  serial = g_strndup (start, (gsize) (hash - start));

  return yc_certificate_number_check (serial) ? g_steal_pointer (&serial) : NULL;
}

/* Not g_base64_decode() alone, which passes over what is no digit: each mark is written one way. */
static gboolean
decode (const char *text, guint8 *whole)
{
  g_autofree char *plain = NULL;
  g_autofree guchar *bytes = NULL;
  gsize size;

  if (strlen (text) != WHOLE_BYTES / 3 * 4)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_')
      return FALSE;

  plain = g_strdup (text);
  g_strdelimit (plain, "-", '+');
  g_strdelimit (plain, "_", '/');
  bytes = g_base64_decode (plain, &size);
  if (size != WHOLE_BYTES || bytes[0] != FORMAT)
    return FALSE;
  memcpy (whole, bytes, WHOLE_BYTES);

  return TRUE;
}

static YcVerifyMark *
read_mark (char *serial, const guint8 *whole)
{
  YcVerifyMark *self = g_new0 (YcVerifyMark, 1);
  const guint8 *at = whole + 1;

  self->serial = serial;
  at = read_bytes (at, self->key_id, sizeof self->key_id);
  at = read_day (at, &self->issued);
  at = read_day (at, &self->until);
  at = read_bytes (at, self->hash, sizeof self->hash);
  read_bytes (at, self->signature, sizeof self->signature);

  return self;
}

YcVerifyMark *
yc_verify_mark_parse (const char  *text,
                      GError     **error)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *serial = NULL;
  char *hash;
  guint8 whole[WHOLE_BYTES];

  g_return_val_if_fail (text != NULL, NULL);

  trimmed = strlen (text) <= MOST_TEXT ? g_strstrip (g_strdup (text)) : g_strdup ("");
  hash = strrchr (trimmed, '#');
  if (hash != NULL)
    serial = dup_serial (trimmed, hash);
  if (serial == NULL || !decode (hash + 1, whole))
    {
      g_set_error_literal (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_MARK,
                           _("This is not the code of a certificate"));
      return NULL;
    }

  return read_mark (g_steal_pointer (&serial), whole);
}

void
yc_verify_mark_free (YcVerifyMark *self)
{
  g_free (self->serial);
  g_free (self);
}

static gboolean
verify (const YcVerifyMark *self, EVP_PKEY *key)
{
  g_autoptr (GBytes) message = yc_verify_mark_get_message (self);
  EVP_MD_CTX *context = EVP_MD_CTX_new ();
  gboolean good = EVP_DigestVerifyInit (context, NULL, NULL, NULL, key) == 1 &&
                  EVP_DigestVerify (context, self->signature, sizeof self->signature,
                                    g_bytes_get_data (message, NULL),
                                    g_bytes_get_size (message)) == 1;

  EVP_MD_CTX_free (context);
  yc_openssl_clear ();

  return good;
}

YcMarkResult
yc_verify_mark_check (const YcVerifyMark *self,
                      YcTrust            *trust,
                      JsonObject         *essentials)
{
  EVP_PKEY *key;
  guint8 hash[YC_VERIFY_MARK_HASH_BYTES];

  g_return_val_if_fail (self != NULL, YC_MARK_FORGED);
  g_return_val_if_fail (trust == NULL || YC_IS_TRUST (trust), YC_MARK_UNKNOWN_KEY);

  key = trust != NULL ? yc_trust_find_mark_key (trust, self->key_id) : NULL;
  if (key == NULL)
    return YC_MARK_UNKNOWN_KEY;
  if (!verify (self, key))
    return YC_MARK_FORGED;
  if (essentials == NULL)
    return YC_MARK_NOT_COMPARED;

  yc_verify_mark_hash (self->serial, essentials, hash);

  return memcmp (hash, self->hash, sizeof hash) == 0 ? YC_MARK_GENUINE : YC_MARK_WORDS_DIFFER;
}

YcMarkResult
yc_verify_mark_check_holder (const YcVerifyMark *self,
                             YcTrust            *trust,
                             const char         *name,
                             const char         *id_number)
{
  g_autoptr (JsonObject) essentials = json_object_new ();

  if (name == NULL)
    name = "";
  if (id_number == NULL)
    id_number = "";
  json_object_set_string_member (essentials, usual_essentials[0], name);
  json_object_set_string_member (essentials, usual_essentials[1], id_number);

  return yc_verify_mark_check (self, trust,
                               name[0] != '\0' || id_number[0] != '\0' ? essentials : NULL);
}

gboolean
yc_verify_mark_is_sample (const YcVerifyMark *self)
{
  g_autoptr (GBytes) pem = yc_openssl_get_sample ("SAMPLE-mark.pub.pem");
  g_autoptr (BIO) bio = yc_openssl_new_bio (pem);
  g_autoptr (EVP_PKEY) key = PEM_read_bio_PUBKEY (bio, NULL, NULL, NULL);
  guint8 key_id[YC_VERIFY_MARK_KEY_ID_BYTES];

  g_return_val_if_fail (self != NULL, FALSE);

  yc_verify_mark_find_key_id (key, key_id);

  return memcmp (key_id, self->key_id, sizeof key_id) == 0;
}

static const char *
find_words (JsonObject *data, const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, ".", -1);
  guint last = g_strv_length (parts);

  for (guint i = 0; data != NULL && i + 1 < last; i++)
    data = yc_json_get_object (data, parts[i]);

  return data != NULL && last > 0 ? yc_json_get_string (data, parts[last - 1], "") : "";
}

JsonObject *
yc_verify_mark_pick_essentials (JsonObject        *data,
                                const char *const *paths)
{
  JsonObject *essentials;

  g_return_val_if_fail (data != NULL, NULL);

  essentials = json_object_new ();
  for (paths = paths != NULL ? paths : usual_essentials; *paths != NULL; paths++)
    json_object_set_string_member (essentials, *paths, find_words (data, *paths));

  return essentials;
}
