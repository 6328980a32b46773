/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks through the file for damage, a little at a time: what is never asked for is never read
 * otherwise, until it is wanted and wrong. */
#pragma once

#include "yc-connection.h"

G_BEGIN_DECLS

typedef enum
{
  YC_SEARCH_VERIFY_BLOCKS,
  YC_SEARCH_VERIFY_DOCUMENTS,
  YC_SEARCH_VERIFY_DONE,
} YcSearchVerifyPhase;

/* Begin with zeros. */
typedef struct
{
  gint64              version;
  gint64              at;
  gint64              n;
  YcSearchVerifyPhase phase;
} YcSearchVerify;

/* In a read transaction, @version being that of the data and never 0. FALSE with
 * YC_SEARCH_ERROR_DAMAGED. */
gboolean yc_search_verify_more (YcSearchVerify  *self,
                                YcConnection    *connection,
                                gint64           version,
                                GError         **error);

G_END_DECLS
