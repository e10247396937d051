import {
  AimOutlined,
  ApartmentOutlined,
  AppstoreOutlined,
  BankOutlined,
  BookOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  ContactsOutlined,
  CustomerServiceOutlined,
  DollarOutlined,
  EnvironmentOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  FlagOutlined,
  FundOutlined,
  MessageOutlined,
  NotificationOutlined,
  PaperClipOutlined,
  ShoppingCartOutlined,
  ShoppingOutlined,
  TagsOutlined,
  TruckOutlined,
  WalletOutlined,
} from "@ant-design/icons";
import type { ComponentType } from "react";

/** The drawings a definition may name; whatever else it says gets the plain one. */
const drawings: Record<string, ComponentType> = {
  activity: MessageOutlined,
  address: EnvironmentOutlined,
  attachment: PaperClipOutlined,
  calendar: CalendarOutlined,
  campaign: NotificationOutlined,
  contact: ContactsOutlined,
  contract: FileDoneOutlined,
  customer: BankOutlined,
  delivery: TruckOutlined,
  document: FileTextOutlined,
  event: CalendarOutlined,
  expense: WalletOutlined,
  invoice: FileTextOutlined,
  lead: AimOutlined,
  milestone: FlagOutlined,
  money: DollarOutlined,
  opportunity: FundOutlined,
  order: ShoppingCartOutlined,
  organisation: ApartmentOutlined,
  payment: DollarOutlined,
  "payment-plan": CalendarOutlined,
  "price-book": BookOutlined,
  product: ShoppingOutlined,
  quote: FileTextOutlined,
  tag: TagsOutlined,
  task: CheckSquareOutlined,
  ticket: CustomerServiceOutlined,
};

/** The drawings there are to choose from. */
export const OBJECT_ICONS = Object.keys(drawings);

export function ObjectIcon({ name }: { name?: string | null }) {
  const Drawing = (name && drawings[name]) || AppstoreOutlined;
  return <Drawing />;
}
