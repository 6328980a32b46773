/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signer whose private key is in a token (PKCS #11): a smart card, a USB key, a security module. */
#include "yc-pkcs11-signer.h"
#include "yc-cms-signer-private.h"

#include <glib/gi18n-lib.h>
#include <libp11.h>
#include <openssl/err.h>

#include "yc-secret-file.h"

/* What PKCS #11 says of a PIN: incorrect, invalid, of a wrong length, expired, locked. */
#define FIRST_PIN_REASON 0xa0
#define LAST_PIN_REASON 0xa4

struct _YcPkcs11Signer
{
  YcCmsSigner   parent_instance;

  char         *module;
  char         *token;
  char         *label;
  char         *pin_path;

  /* What follows is used by one thread at a time. */
  GMutex        mutex;
  PKCS11_CTX   *context;
  PKCS11_SLOT  *slots;
  unsigned int  n_slots;
  gboolean      is_open;
  /* The last try found no such token. */
  gboolean      is_absent;
  gboolean      refused;
};

G_DEFINE_FINAL_TYPE (YcPkcs11Signer, yc_pkcs11_signer, YC_TYPE_CMS_SIGNER)

static gboolean
fail (GError **error, const char *message)
{
  return yc_openssl_fail (error, YC_CERTIFICATE_ERROR_TOKEN, message);
}

/* The key goes first: it uses the token until it is freed. */
static void
close_token (YcPkcs11Signer *self)
{
  yc_cms_signer_drop_key (YC_CMS_SIGNER (self));
  if (self->slots != NULL)
    PKCS11_release_all_slots (self->context, self->slots, self->n_slots);
  self->slots = NULL;
  self->n_slots = 0;
  if (self->context != NULL)
    {
      PKCS11_CTX_unload (self->context);
      PKCS11_CTX_free (self->context);
    }
  self->context = NULL;
  self->is_open = FALSE;
  yc_openssl_clear ();
}

static gboolean
load_module (YcPkcs11Signer *self, GError **error)
{
  PKCS11_CTX *context = PKCS11_CTX_new ();

  if (PKCS11_CTX_load (context, self->module) != 0)
    {
      fail (error, _("The token’s library cannot be loaded"));
      PKCS11_CTX_free (context);
      return FALSE;
    }
  self->context = context;

  return PKCS11_enumerate_slots (context, &self->slots, &self->n_slots) == 0 ||
         fail (error, _("The token’s library does not answer"));
}

static PKCS11_SLOT *
find_slot (YcPkcs11Signer *self)
{
  for (unsigned int i = 0; i < self->n_slots; i++)
    if (self->slots[i].token != NULL && g_strcmp0 (self->slots[i].token->label, self->token) == 0)
      return &self->slots[i];

  return NULL;
}

static gboolean
is_pin_refused (void)
{
  int reason = ERR_GET_REASON (ERR_peek_last_error ());

  return reason >= FIRST_PIN_REASON && reason <= LAST_PIN_REASON;
}

static gboolean
log_in (YcPkcs11Signer *self, PKCS11_SLOT *slot, GError **error)
{
  char *pin = yc_secret_file_read (self->pin_path, error);
  gboolean done;

  if (pin == NULL)
    return FALSE;
  done = PKCS11_login (slot, 0, pin) == 0;
  yc_secret_free (pin);
  if (done)
    return TRUE;

  self->refused = is_pin_refused ();

  return fail (error, self->refused ? _("The token refuses the PIN")
                                    : _("The token cannot be used"));
}

static EVP_PKEY *
find_key (YcPkcs11Signer *self, PKCS11_SLOT *slot)
{
  PKCS11_KEY *keys = NULL;
  unsigned int n_keys = 0;

  if (PKCS11_enumerate_keys (slot->token, &keys, &n_keys) != 0)
    return NULL;
  for (unsigned int i = 0; i < n_keys; i++)
    if (g_strcmp0 (keys[i].label, self->label) == 0)
      return PKCS11_get_private_key (&keys[i]);

  return NULL;
}

static gboolean
use_token (YcPkcs11Signer *self, GError **error)
{
  PKCS11_SLOT *slot;
  EVP_PKEY *key;

  if (!load_module (self, error))
    return FALSE;
  slot = find_slot (self);
  self->is_absent = slot == NULL;
  if (slot == NULL)
    return fail (error, _("The token that holds the signing key is not there"));
  if (!log_in (self, slot, error))
    return FALSE;
  key = find_key (self, slot);
  if (key == NULL)
    return fail (error, _("The token has no key of that name"));

  return yc_cms_signer_take_key (YC_CMS_SIGNER (self), key, error);
}

static gboolean
open_token (YcPkcs11Signer *self, GError **error)
{
  if (self->refused)
    return fail (error, _("The token refused the PIN; mend it and start anew"));

  self->is_open = use_token (self, error);
  if (!self->is_open)
    close_token (self);

  return self->is_open;
}

/* A token that was pulled out and put back fails once: its session is gone. */
static GBytes *
sign_or_reopen (YcPkcs11Signer *self, GBytes *content, GDateTime *signed_at, GError **error)
{
  YcSignerClass *parent_class = YC_SIGNER_CLASS (yc_pkcs11_signer_parent_class);
  gboolean was_open = self->is_open;
  g_autoptr (GError) failure = NULL;
  GBytes *der;

  if (!was_open && !open_token (self, error))
    return NULL;
  der = parent_class->sign (YC_SIGNER (self), content, signed_at, &failure);
  if (der == NULL && was_open &&
      g_error_matches (failure, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_FAILED))
    {
      close_token (self);
      if (!open_token (self, error))
        return NULL;
      g_clear_error (&failure);
      der = parent_class->sign (YC_SIGNER (self), content, signed_at, &failure);
    }
  if (g_error_matches (failure, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_FAILED))
    failure->code = YC_CERTIFICATE_ERROR_TOKEN;
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return der;
}

static GBytes *
yc_pkcs11_signer_sign (YcSigner   *signer,
                       GBytes     *content,
                       GDateTime  *signed_at,
                       GError    **error)
{
  YcPkcs11Signer *self = YC_PKCS11_SIGNER (signer);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return sign_or_reopen (self, content, signed_at, error);
}

static void
yc_pkcs11_signer_finalize (GObject *object)
{
  YcPkcs11Signer *self = YC_PKCS11_SIGNER (object);

  close_token (self);
  g_clear_pointer (&self->module, g_free);
  g_clear_pointer (&self->token, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->pin_path, g_free);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (yc_pkcs11_signer_parent_class)->finalize (object);
}

static void
yc_pkcs11_signer_class_init (YcPkcs11SignerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_pkcs11_signer_finalize;
  YC_SIGNER_CLASS (klass)->sign = yc_pkcs11_signer_sign;
}

static void
yc_pkcs11_signer_init (YcPkcs11Signer *self)
{
  g_mutex_init (&self->mutex);
}

/* What a human must put right is told now; a token that is in a drawer is waited for. */
static gboolean
begin (YcPkcs11Signer *self, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (open_token (self, &failure))
    return TRUE;
  if (!self->is_absent)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  g_message ("%s", failure->message);

  return TRUE;
}

YcSigner *
yc_pkcs11_signer_new (const YcPkcs11Key  *key,
                      const char         *certificate_path,
                      GError            **error)
{
  g_autoptr (YcPkcs11Signer) self = NULL;
  g_autoptr (GBytes) certificate = NULL;

  g_return_val_if_fail (key != NULL && key->module != NULL && key->token != NULL, NULL);
  g_return_val_if_fail (key->label != NULL && key->pin_path != NULL, NULL);
  g_return_val_if_fail (certificate_path != NULL, NULL);

  self = g_object_new (YC_TYPE_PKCS11_SIGNER, NULL);
  self->module = g_strdup (key->module);
  self->token = g_strdup (key->token);
  self->label = g_strdup (key->label);
  self->pin_path = g_strdup (key->pin_path);

  certificate = yc_openssl_read_file (certificate_path, error);
  if (certificate == NULL ||
      !yc_cms_signer_set_certificates (YC_CMS_SIGNER (self), certificate, error) ||
      !begin (self, error))
    return NULL;

  return YC_SIGNER (g_steal_pointer (&self));
}
