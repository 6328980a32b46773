/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sends one command once and says what came of it. Private to the client room. */
#pragma once

#include "yc-attachments.h"
#include "yc-command.h"
#include "yc-http.h"

G_BEGIN_DECLS

/**
 * YcOutcomeKind:
 * @YC_OUTCOME_TAKEN: the service has taken it.
 * @YC_OUTCOME_LATER: it may succeed later without anybody doing anything.
 * @YC_OUTCOME_REFUSED: it can never succeed as it is.
 * @YC_OUTCOME_CANCELLED: nobody waits any more; nothing is known.
 */
typedef enum
{
  YC_OUTCOME_TAKEN = 1,
  YC_OUTCOME_LATER,
  YC_OUTCOME_REFUSED,
  YC_OUTCOME_CANCELLED,
} YcOutcomeKind;

/**
 * YcOutcome:
 * @kind: what came of it
 * @error: (nullable): why it was not taken
 * @retry_after: seconds the service asks for, 0 for none
 * @answer: (nullable): what the service answered when it took it
 * @problems: (nullable): what the service found wrong
 * @server_version: (nullable): after a conflict, the case as the service has it
 */
typedef struct
{
  YcOutcomeKind  kind;
  GError        *error;
  guint          retry_after;
  JsonNode      *answer;
  JsonArray     *problems;
  JsonObject    *server_version;
} YcOutcome;

void       yc_outcome_free       (YcOutcome            *outcome);
void       yc_sender_send_async  (YcHttp               *http,
                                  YcAttachments        *attachments,
                                  YcCommand            *command,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
YcOutcome *yc_sender_send_finish (GAsyncResult         *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcOutcome, yc_outcome_free)

G_END_DECLS
