/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By what a person is found without the ID number being written anywhere. */
#include "yc-person-key.h"

#include "yc-id-number.h"

char *
yc_person_key (YcVault    *vault,
               const char *id_number)
{
  YcIdNumber number;

  if (yc_id_number_parse (id_number, &number, NULL))
    return yc_vault_fingerprint (vault, number.number, "id-number");
  return yc_vault_fingerprint (vault, id_number, "id-number");
}
