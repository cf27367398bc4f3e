import { useResource, type Resource } from '../ui/resource';
import type { CampaignList } from './types';

/// The campaigns that the person sees.
export function useCampaigns(): Resource<CampaignList> {
  return useResource<CampaignList>('/api/v1/campaigns');
}
