/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a signature is written the one way we take. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcCmsShape:
 * @name: how the signature names its signer: issuer and serial number
 * @name_size: its size in bytes
 * @token: the time-stamp, %NULL when there is none
 * @token_size: its size in bytes
 *
 * Where things are in a signature.
 */
typedef struct
{
  const guint8 *name;
  gsize         name_size;
  const guint8 *token;
  gsize         token_size;
} YcCmsShape;

gboolean yc_cms_shape_check       (const guint8 *der,
                                   gsize         size,
                                   YcCmsShape   *shape);
gboolean yc_cms_shape_check_token (const guint8 *der,
                                   gsize         size);

G_END_DECLS
