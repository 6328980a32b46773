/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON that is sealed at rest. */
#include "yc-sealed-json.h"

#include "yc-json.h"

/**
 * yc_sealed_json_write:
 * @vault: seals
 * @object: what to seal
 * @what: the column it is for, to which the seal binds it
 *
 * Returns: (transfer full): bytes that only @vault can open
 */
GBytes *
yc_sealed_json_write (YcVault    *vault,
                      JsonObject *object,
                      const char *what)
{
  g_autoptr (JsonNode) node = yc_json_object_node (json_object_ref (object));
  g_autofree char *text = yc_json_write (node);

  return yc_vault_seal_text (vault, text, what);
}

/**
 * yc_sealed_json_read:
 * @vault: opens
 * @sealed: what yc_sealed_json_write() made
 * @what: the column it is from
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the object, %NULL with %YC_STORE_ERROR_SEALED when it was altered
 */
JsonObject *
yc_sealed_json_read (YcVault     *vault,
                     GBytes      *sealed,
                     const char  *what,
                     GError     **error)
{
  g_autofree char *text = yc_vault_open_text (vault, sealed, what, error);
  g_autoptr (JsonNode) node = NULL;

  if (text == NULL)
    return NULL;
  node = yc_json_parse (text, -1, NULL, error);
  return node != NULL ? json_object_ref (json_node_get_object (node)) : NULL;
}
