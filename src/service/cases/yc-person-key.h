/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By what a person is found without the ID number being written anywhere. */
#pragma once

#include "yc-vault.h"

G_BEGIN_DECLS

/* (transfer full): a keyed fingerprint; the same however the number is written */
char *yc_person_key (YcVault    *vault,
                     const char *id_number);

G_END_DECLS
