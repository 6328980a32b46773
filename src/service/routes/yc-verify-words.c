/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the public verification page, in the reader's language.
 *
 * The reader chooses the language, not the service's own locale, so both are kept here. */
#include "yc-verify-words.h"

static const YcVerifyWords chinese = {
  .lang = "zh-CN",
  .other_lang = "en",
  .other_name = "English",
  .heading = "电子证明核验",
  .sample = "演练：这是样例数据，不具有任何效力。",
  .file_same = "文件与出具时完全一致，一个字节也没有改动。",
  .serial = "流水号",
  .title = "证明名称",
  .issuer = "出具单位",
  .issued_at = "出具日期",
  .valid_until = "有效期至",
  .replaced_by = "新版本",
  .hash = "文件校验值（SHA-256）",
  .checked_at = "核验时间",
  .number_legend = "用流水号核验",
  .number_label = "证明下方的流水号",
  .number_button = "核验流水号",
  .file_legend = "用电子文件核验",
  .file_label = "收到的 PDF 文件",
  .file_button = "核验文件",
  .file_note = "文件只用来核验，不会保存。",
  .sayings = {
    [YC_VERIFY_ASKING] = { "", "请输入证明上的流水号，或者选择收到的电子文件。" },
    [YC_VERIFY_VALID] = { "证明有效，确由本系统出具。",
                          "请将下面的内容与手中的证明逐项核对。电子文件还可以在下面核验有没有改动。" },
    [YC_VERIFY_VOID] = { "证明已经作废。", "请不要采用。要了解原因，请联系出具单位。" },
    [YC_VERIFY_REPLACED] = { "证明已经换发，这一份失效。",
                             "请不要采用这一份，请持有人提供新版本。" },
    [YC_VERIFY_EXPIRED] = { "证明已经过了有效期。",
                            "证明确由本系统出具，但是已经过期。需要的，请持有人重新申请。" },
    [YC_VERIFY_UNKNOWN] = { "本系统没有出具过该流水号的证明。",
                            "请先核对流水号有没有抄错。没有抄错的，请不要采用，并向出具单位核实。" },
    [YC_VERIFY_BAD_NUMBER] = { "这不是正确的流水号，请核对是否抄错。",
                               "流水号的最后一位是校验字符，抄错一位就对不上。" },
    [YC_VERIFY_ALTERED] = { "文件在盖章以后被改动过。",
                            "请不要采用。请持有人重新下载，或者改用流水号核验。" },
    [YC_VERIFY_EXTENDED] = { "文件在盖章以后被添加了内容。",
                             "屏幕上看到的可能不是出具时的样子，请不要采用。" },
    [YC_VERIFY_FOREIGN] = { "文件不是由本系统盖章的。",
                            "文件上有签名，但不是本系统的。请不要采用，并向出具单位核实。" },
    [YC_VERIFY_NOT_ISSUED] = { "登记簿里没有这份文件。",
                               "签名可信，但本系统没有出具过这份文件。请不要采用，并向出具单位核实。" },
    [YC_VERIFY_NOT_SIGNED] = { "文件上没有电子印章的签名。",
                               "打印件的扫描件、照片没有签名，请改用流水号核验。" },
    [YC_VERIFY_NOT_PDF] = { "这不是完整的 PDF 文件，无法核验。", "请重新下载，选择原来的 PDF 文件。" },
    [YC_VERIFY_NO_FILE] = { "没有收到文件。", "请先选择 PDF 文件，再按“核验文件”。" },
    [YC_VERIFY_TOO_OFTEN] = { "核验得太频繁。", "请过一会儿再试。" },
  },
};

static const YcVerifyWords english = {
  .lang = "en",
  .other_lang = "zh",
  .other_name = "中文",
  .heading = "Certificate check",
  .sample = "Practice: this is sample data without any effect.",
  .file_same = "The file is exactly as it was issued, to the last byte.",
  .serial = "Serial number",
  .title = "Certificate",
  .issuer = "Issued by",
  .issued_at = "Date of issue",
  .valid_until = "Valid until",
  .replaced_by = "New version",
  .hash = "Checksum of the file (SHA-256)",
  .checked_at = "Checked",
  .number_legend = "Check a number",
  .number_label = "The serial number at the foot of the certificate",
  .number_button = "Check the number",
  .file_legend = "Check a file",
  .file_label = "The PDF file that you received",
  .file_button = "Check the file",
  .file_note = "The file is only checked, never kept.",
  .sayings = {
    [YC_VERIFY_ASKING] = { "", "Type the serial number, or choose the file that you received." },
    [YC_VERIFY_VALID] = { "The certificate is valid. It was issued by this system.",
                          "Compare these with the certificate in your hand. A file can be checked "
                          "for changes below." },
    [YC_VERIFY_VOID] = { "The certificate is void.",
                         "Do not accept it. Ask the issuer for the reason." },
    [YC_VERIFY_REPLACED] = { "The certificate was replaced and is no longer valid.",
                             "Do not accept this one. Ask the holder for the new version." },
    [YC_VERIFY_EXPIRED] = { "The certificate has expired.",
                            "It was issued by this system, but is no longer valid. The holder can "
                            "apply for a new one." },
    [YC_VERIFY_UNKNOWN] = { "This system has issued no certificate with this serial number.",
                            "First check that it was copied correctly. If it was, do not accept the "
                            "certificate, and ask the issuer." },
    [YC_VERIFY_BAD_NUMBER] = { "This is not a valid serial number. Please check that it was copied "
                               "correctly.",
                               "The last character is a check on the others." },
    [YC_VERIFY_ALTERED] = { "The file was changed after it was sealed.",
                            "Do not accept it. Ask the holder to download it again, or check the "
                            "serial number." },
    [YC_VERIFY_EXTENDED] = { "Something was added to the file after it was sealed.",
                             "What is to be seen may not be what was issued. Do not accept it." },
    [YC_VERIFY_FOREIGN] = { "The file was not sealed by this system.",
                            "It has a signature, but not ours. Do not accept it, and ask the "
                            "issuer." },
    [YC_VERIFY_NOT_ISSUED] = { "The register does not have this file.",
                               "Its signature is trusted, but this system has not issued it. Do not "
                               "accept it, and ask the issuer." },
    [YC_VERIFY_NOT_SIGNED] = { "The file has no signature.",
                               "Scans and photographs have none: check the serial number instead." },
    [YC_VERIFY_NOT_PDF] = { "This is not a whole PDF file and cannot be checked.",
                            "Download it again and choose the original PDF file." },
    [YC_VERIFY_NO_FILE] = { "No file came.", "Choose the PDF file first." },
    [YC_VERIFY_TOO_OFTEN] = { "Too many checks.", "Please try again in a while." },
  },
};

const YcVerifyWords *
yc_verify_words_choose (const char *wanted)
{
  if (wanted == NULL || wanted[0] == '\0' || wanted[0] == '*' ||
      g_ascii_strncasecmp (wanted, "zh", 2) == 0)
    return &chinese;
  return &english;
}
